"""What an engine is."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from search.entry import SearchEntry


class EngineUnavailableError(Exception):
    """The engine cannot answer or store now; asking again later may work."""


@dataclass(frozen=True)
class EntryChange:
    """An entry as it has become; `entry` is None when it must not be found any more.

    An engine ignores a change whose version is lower than what it already holds for this id.
    """

    id: str
    version: int
    entry: SearchEntry | None


def newest_of(changes):
    """One change for each id: the one with the highest version, the last of equals."""
    newest = {}
    for change in changes:
        if change.id not in newest or newest[change.id].version <= change.version:
            newest[change.id] = change
    return list(newest.values())


@dataclass(frozen=True)
class EngineStatus:
    """How an engine is doing, for people and for the health page."""

    name: str
    is_available: bool
    entries: int = 0
    size_bytes: int = 0
    detail: str = ""


class Engine(ABC):
    """Stores entries and answers questions about them.

    Nothing it gives back, counts included, comes from an entry whose audiences the asker lacks.
    No text that a person types makes it fail; when it cannot do its work it raises EngineUnavailableError.
    """

    @abstractmethod
    def search(self, query):
        """SearchResults for a SearchQuery."""

    @abstractmethod
    def suggest(self, text, *, audiences, limit=8, kinds=()):
        """[Suggestion] that complete what is being typed, best first."""

    @abstractmethod
    def similar(self, id, *, audiences, limit=3, kinds=(), facets=None):
        """Ids of the entries most like this one, best first; empty when the asker may not see it.

        Likeness is in words, and in the named `facets`; in all of them when none are named.
        """

    @abstractmethod
    def apply(self, changes):
        """Stores every EntryChange, or raises and then may have stored none; safe to repeat."""

    @abstractmethod
    def rebuild(self, entries, *, version=0, progress=None):
        """Replaces everything by `entries`, keeping later changes; readers see the old until the end.

        `version` was taken before the first entry was read: what is applied meanwhile is newer and
        is kept. `progress(count)` is called after each batch. Returns the number of entries.
        """

    @abstractmethod
    def versions(self):
        """{id: version} of everything that it holds and that someone could find."""

    @abstractmethod
    def fingerprints(self):
        """{id: fingerprint} of the same entries, to compare with SearchEntry.fingerprint."""

    @abstractmethod
    def status(self):
        """EngineStatus; never raises."""
