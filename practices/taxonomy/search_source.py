"""What search may know of a term: its name, what it means and its synonyms; those that were merged away are gone."""

from practices.taxonomy.models import Term
from search.entry import SearchEntry, keys_of
from search.outbox.actions import note_changes


class TermSource:
    """Gives search the entries of terms; see `search.registry`."""

    def entries(self):
        for term in Term.objects.active().iterator(chunk_size=200):
            yield entry_of(term)

    def count(self):
        return Term.objects.active().count()

    def entries_of(self, ids):
        return [entry_of(term) for term in Term.objects.active().filter(pk__in=keys_of(ids, Term))]


def id_of(term):
    """One id for a term, whichever proxy of its kind it came as."""
    return f"{Term._meta.label_lower}:{term.pk}"


def entry_of(term):
    return SearchEntry(
        id=id_of(term),
        kind=Term.SEARCH_KIND,
        title=term.name,
        summary=term.definition,
        keywords=tuple(term.synonyms),
        url=term.get_absolute_url(),
    )


def note_terms(terms):
    note_changes([id_of(term) for term in terms])
