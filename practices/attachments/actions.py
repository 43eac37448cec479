"""Takes the words out of files, once for each file."""

import logging
from functools import partial

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.documents import get_document_model

from practices.attachments.agreed import GONE
from practices.attachments.models import DocumentText
from practices.attachments.reading import Reading, read_file
from practices.attachments.signals import words_changed

SOME = 5

logger = logging.getLogger(__name__)


def unread_documents():
    """Documents whose words nobody took out yet, or of a file that was replaced."""
    return get_document_model().objects.exclude(words__file_hash=F("file_hash"))


def read_document(document):
    """Keeps the words of the document's file, and tells who shows them; returns DocumentText."""
    try:
        file_hash = document.get_file_hash()
        with document.open_file() as file:
            reading = read_file(file, kind=document.file_extension.lower())
    except FileNotFoundError:
        file_hash, reading = document.file_hash, Reading(problem=GONE)
    values = {**reading._asdict(), "file_hash": file_hash, "made_at": timezone.now()}
    with transaction.atomic():
        words, _is_new = DocumentText.objects.update_or_create(document=document, defaults=values)
        words_changed.send(sender=DocumentText, documents=type(document).objects.filter(pk=document.pk))
    return words


def read_documents(documents):
    """Pairs of a document and its DocumentText, None where the storage failed; one does not stop the others."""
    for document in documents:
        try:
            yield document, read_document(document)
        except Exception:
            logger.exception("Document %s cannot be read", document.pk)
            yield document, None


def read_unread(*, most=SOME):
    """For the worker: some of what a lost task left behind, or was there before we read files.

    At random, so that files which cannot be opened do not stand in the way of others.
    """
    return sum(1 for _pair in read_documents(unread_documents().order_by("?")[:most]))


def read_after_commit(documents):
    """Reads these documents in the background once they are saved for good."""
    for key in documents.values_list("pk", flat=True):
        transaction.on_commit(partial(enqueue, key), robust=True)


def enqueue(key):
    from practices.attachments.tasks import read  # noqa: PLC0415 - the task runs a function of this file

    read.enqueue(key)
