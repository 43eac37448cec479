"""Tells the rooms below what this one holds: practices can be found, and carry terms."""

from practices.library.models import PracticePage
from practices.library.querysets import FIELD_OF_KIND
from practices.library.search_source import PracticeSource
from practices.taxonomy.usage import register_usage
from search.registry import register_source

register_source(PracticePage.SEARCH_KIND, PracticeSource())
register_usage(used_by=lambda: PracticePage.objects.live().public().real(), paths=FIELD_OF_KIND)
