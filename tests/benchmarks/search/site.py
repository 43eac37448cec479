"""A site in a database of its own whose practices tell what the corpus tells."""

import json
import logging
from itertools import islice

from django.core.management import call_command
from django.db import connection
from django.utils.html import escape

from practices.library.models import PracticePage
from tests.benchmarks.many_practices import add_practices

ROWS_AT_ONCE = 1_000


def make_site():
    logging.getLogger("wagtail").setLevel(logging.WARNING)  # else it tells of each page
    call_command("migrate", verbosity=0)
    call_command("load_content", verbosity=0)


def tell(corpus, size):
    """Brings the site to `size` practices, each with the words of one entry."""
    add_practices(size - PracticePage.objects.count())
    keys = iter(PracticePage.objects.order_by("pk").values_list("pk", flat=True))
    entries = corpus.entries(size)
    while rows := [row_of(entry, key) for entry, key in zip(islice(entries, ROWS_AT_ONCE), keys, strict=False)]:
        with connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE library_practicepage SET content = %s, summary = %s WHERE page_ptr_id = %s", rows
            )


def row_of(entry, key):
    paragraphs = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in entry.body.split("\n"))
    return json.dumps([{"type": "text", "value": paragraphs}]), entry.summary[:200], key
