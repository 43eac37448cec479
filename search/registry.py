"""Where rooms say what can be found. The search room asks; it knows none of them."""

from collections.abc import Iterator
from typing import Protocol

from search.entry import SearchEntry


class Source(Protocol):
    """Gives the entries of one kind."""

    def entries(self) -> Iterator[SearchEntry]:
        """Everything that may be found now, a few at a time from the database."""

    def count(self) -> int:
        """How many there are, for who shows how far a rebuild is."""

    def entries_of(self, ids: list[str]) -> list[SearchEntry]:
        """Entries as they are now, in as many queries for many as for one.

        Without those that must not be found, and without ids that are not of this source.
        """


_sources: dict[str, Source] = {}


def register_source(kind, source):
    """Make a source's entries findable; called once from the app's `ready()`."""
    _sources[kind] = source


def unregister_source(kind):
    _sources.pop(kind, None)


def registered_sources():
    """{kind: source}, a copy."""
    return dict(_sources)


def all_entries():
    """Every entry of every source."""
    for source in list(_sources.values()):
        yield from source.entries()


def count_entries():
    """How many entries `all_entries` gives, or nearly: it is counted before."""
    return sum(source.count() for source in list(_sources.values()))


def current_entry(id):
    """The entry with this id as it is now, or None."""
    return current_entries([id]).get(id)


def current_entries(ids):
    """{id: entry} of those that may be found now; as many queries for many as for one."""
    return {entry.id: entry for source in list(_sources.values()) for entry in source.entries_of(ids)}
