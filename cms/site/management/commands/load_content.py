from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from cms.site.content import load_content
from practices.library.loading import ContentError


class Command(BaseCommand):
    help = "Loads the register, the words and the practices that lie in the project; again and again, without doubles."

    def add_arguments(self, parser):
        parser.add_argument(
            "--with-examples", action="store_true", help="also the made-up examples (not in production)"
        )

    def handle(self, *, with_examples, **options):
        try:
            added = load_content(with_examples=with_examples)
        except (ContentError, ImproperlyConfigured) as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        self.stdout.write(f"{len(added)} practices added.")
