"""Counts what people ask, for editors: how often a day, and whether it led anywhere. Never who, where or when.

Counting may fail or be left out; a reader must not notice. On SQLite it waits a moment for another writer.
"""

import logging
from contextlib import contextmanager
from datetime import timedelta

from django.db import Error, connection
from django.utils import timezone

from search.wording.models import AskedText
from search.wording.privacy import keepable

logger = logging.getLogger(__name__)

KEPT = timedelta(days=396)  # thirteen months
LONGEST_WAIT_MS = 100


def note_asked(text, total):
    """Somebody asked this text and saw `total` public results."""
    count(text, asked=1, empty=0 if total else 1)


def note_click(text):
    """Somebody went from the results for this text to one of them."""
    count(text, clicked=1)


def count(text, **counts):
    text = keepable(text)
    if not text:
        return
    try:
        with impatience():
            AskedText.objects.count_up(day=timezone.localdate(), text=text, **counts)
    except Error as error:
        logger.warning("A question is not counted: %s", error)


@contextmanager
def impatience():
    """SQLite waits many seconds for another writer: far too long for a figure."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    patience_ms = connection.connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.connection.execute(f"PRAGMA busy_timeout = {LONGEST_WAIT_MS}")
    try:
        yield
    finally:
        connection.connection.execute(f"PRAGMA busy_timeout = {patience_ms}")


def forget_old():
    """Removes what is kept long enough; returns the number of rows."""
    old = AskedText.objects.filter(day__lt=timezone.localdate() - KEPT)
    return old.delete()[0]
