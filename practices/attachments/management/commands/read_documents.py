from collections import Counter

from django.core.management.base import BaseCommand
from wagtail.documents import get_document_model

from practices.attachments.actions import read_documents, unread_documents


class Command(BaseCommand):
    help = "Takes the words out of files that were not read yet, so that they can be found."

    def add_arguments(self, parser):
        parser.add_argument("--again", action="store_true", help="also those without words until now")

    def handle(self, *, again, **options):
        documents = get_document_model().objects.exclude(words__text__gt="") if again else unread_documents()
        reasons = Counter()
        for document, words in read_documents(documents.order_by("pk")):
            reason = (words.problem or "with words") if words else "not opened"
            reasons[reason] += 1
            if reason != "with words":
                self.stdout.write(f"{document.pk} {document.filename}: {reason}")
        counts = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
        self.stdout.write(f"Read {reasons.total()} files{': ' if counts else ''}{counts}.")
