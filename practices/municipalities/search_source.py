"""What search may know of a municipality: those that exist today, by every name that their territory ever had."""

from practices.municipalities.models import Municipality
from practices.municipalities.signals import names_changed
from practices.municipalities.succession import old_names, pks_from
from search.entry import SearchEntry, entry_id, id_of, keys_of
from search.outbox.actions import note_changes


class MunicipalitySource:
    """Gives search the entries of municipalities; see `search.registry`."""

    def queryset(self):
        return Municipality.objects.current().prefetch_related("spellings")

    def entries(self):
        names = old_names()
        for municipality in self.queryset().iterator(chunk_size=200):
            yield entry_of(municipality, names(municipality.pk))

    def count(self):
        return Municipality.objects.current().count()

    def entries_of(self, ids):
        names = old_names()
        found = self.queryset().filter(pk__in=keys_of(ids, Municipality))
        return [entry_of(municipality, names(municipality.pk)) for municipality in found]


def entry_of(municipality, old_names):
    """Without words that all of them have, such as "municipality": these would be found in half of the questions."""
    province, size = municipality.province, municipality.size_group
    names = [*(spelling.text for spelling in municipality.spellings.all()), *old_names]
    return SearchEntry(
        id=entry_id(municipality),
        kind=Municipality.SEARCH_KIND,
        title=municipality.name,
        summary=municipality.get_province_display(),
        keywords=tuple(dict.fromkeys(names)),
        url=municipality.get_absolute_url(),
        facets={"province": (province,) if province else (), "size": (size,) if size else ()},
    )


def note_municipalities(pks):
    """Tells search that these changed, and so did the old names of all that took over from them."""
    reached = sorted(pks_from(pks))
    note_changes([id_of(Municipality, pk) for pk in reached])
    names_changed.send(Municipality, pks=reached)
