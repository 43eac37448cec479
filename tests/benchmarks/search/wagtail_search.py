"""Wagtail's own search on the database of the site, which is what a Wagtail site has when it does nothing."""

import time
from pathlib import Path

from django.conf import settings
from django.db.models import Count
from modelsearch import index
from modelsearch.backends import get_search_backend
from wagtail.models import Page

from practices.library.models import PracticePage
from tests.benchmarks.search.peers import HITS, SUGGESTIONS, Answer

# The facets of the corpus that are words on a practice.
TAGS = {
    "theme": "themes",
    "approach": "approaches",
    "target_group": "target_groups",
    "ground": "grounds",
    "role": "roles",
}
BATCH = 500
FIELDS = [*Page.search_fields, index.SearchField("summary"), index.SearchField("content")]


class TooSlowError(Exception):
    """Its text says what did not end in time."""


class WagtailSearch:
    """It counts no facets itself: the database does, for the tags of practices and their phase."""

    def __init__(self, patience_seconds):
        self.patience_seconds = patience_seconds

    def fill(self, _entries):
        PracticePage.search_fields = FIELDS
        backend, began = get_search_backend(), time.perf_counter()
        practices = PracticePage.objects.order_by("pk")
        for start in range(0, practices.count(), BATCH):
            backend.add_bulk(PracticePage, list(practices[start : start + BATCH]))
            if time.perf_counter() - began > self.patience_seconds:
                raise TooSlowError(f"{start + BATCH:,} of {practices.count():,} indexed in {self.patience_seconds} s")

    def page(self, query):
        found = PracticePage.objects.live().search(query.text, operator="and")
        keys = list(found.get_queryset().values_list("pk", flat=True))
        facets = {name: self._counts(field, keys) for name, field in TAGS.items()}
        return Answer(found.count(), facets, [practice.title for practice in found[:HITS]])

    def _counts(self, field, keys):
        through = PracticePage._meta.get_field(field).remote_field.through.objects
        word = PracticePage._meta.get_field(field).m2m_reverse_field_name()
        return dict(through.filter(practicepage__in=keys).values_list(word).annotate(Count("pk")))

    def suggest(self, text):
        return list(PracticePage.objects.live().autocomplete(text)[:SUGGESTIONS])

    def size_bytes(self):
        return Path(settings.DATABASES["default"]["NAME"]).stat().st_size
