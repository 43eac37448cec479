"""Reads many practices with all that search tells of them.

`prefetch_related` makes a manager and a query for each list of each page, which takes longer than the rest of the work.
"""

from collections import defaultdict
from itertools import islice

from practices.library.models import PracticePage
from practices.library.models.practice import TAG_FIELDS
from practices.municipalities.models import Municipality

CHUNK = 500
LISTS = ("partners", "knowledge_sources", "funding_sources", "contacts")


def whole_practices(practices):
    """The practices of a queryset, some at a time; their words, municipalities and lists ask no more queries."""
    reader, rows = Reader(), practices.iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        reader.fill({practice.pk: practice for practice in chunk})
        yield from chunk


class Reader:
    """Remembers the words and municipalities that it has read: many practices share them."""

    def __init__(self):
        municipalities = Known(Municipality.objects.prefetch_related("spellings"))
        self.known = {name: Known(words_of_kind(name)) for name in TAG_FIELDS} | {
            "other_municipalities": municipalities
        }
        self.municipalities = municipalities

    def fill(self, practices):
        """Gives each of {pk: practice} its lists."""
        self.municipalities.have(filter(None, [practice.municipality_id for practice in practices.values()]))
        for practice in practices.values():
            practice.municipality = self.municipalities.rows.get(practice.municipality_id)
        for name, known in self.known.items():
            keys = keys_by_practice(name, practices)
            known.have(key for several in keys.values() for key in several)
            give(practices, name, {pk: [known.rows[key] for key in several] for pk, several in keys.items()})
        for name in LISTS:
            give(practices, name, rows_by_practice(name, practices))


class Known:
    """The rows of a queryset that somebody asked for so far, by key."""

    def __init__(self, queryset):
        self.queryset, self.rows = queryset, {}

    def have(self, keys):
        if missing := set(keys) - self.rows.keys():
            self.rows |= self.queryset.in_bulk(missing)


def give(practices, name, rows):
    """Sets a list of each practice; modelcluster puts it in order and saves nothing."""
    for pk, practice in practices.items():
        getattr(practice, name).set(rows.get(pk, ()))


def words_of_kind(name):
    return PracticePage._meta.get_field(name).related_model.objects.select_related("parent")


def keys_by_practice(name, practices):
    """{pk: [keys of what it is tagged with]}"""
    field = PracticePage._meta.get_field(name)
    owner, other = field.m2m_field_name(), field.m2m_reverse_field_name()
    found = defaultdict(list)
    rows = field.remote_field.through.objects.filter(**{f"{owner}__in": practices})
    for pk, key in rows.values_list(f"{owner}_id", f"{other}_id"):
        found[pk].append(key)
    return found


def rows_by_practice(name, practices):
    """{pk: [rows]} of a list that has rows of its own, in the editor's order."""
    found = defaultdict(list)
    for row in PracticePage._meta.get_field(name).related_model.objects.filter(practice__in=practices):
        found[row.practice_id].append(row)
    return found
