"""Opens the current index and keeps it fresh, for each process anew."""

import os
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import tantivy

from search.engines.base import EngineUnavailableError
from search.engines.embedded.schema import LAYOUT, read_entry, register_tokenizers


class UnusableError(EngineUnavailableError):
    """There is no index, or it is torn, or made for another layout."""


@dataclass(frozen=True)
class Opened:
    """An index with a searcher on its last commit; `stamp` says which commit that is."""

    pid: int
    path: Path
    index: tantivy.Index
    schema: tantivy.Schema
    searcher: tantivy.Searcher
    stamp: tuple


class Reader:
    """Gives the index that is current now.

    Looks at two small files on each call instead of leaving it to tantivy's watcher: every process
    sees a commit or a switch at once, and nothing has to survive a fork.
    """

    def __init__(self, folder):
        self._folder = folder
        self._lock = threading.Lock()
        self._opened = None

    def get(self):
        """Opened; raises UnusableError."""
        path = self._folder.current()
        if path is None:
            raise UnusableError("There is no index.")
        with self._lock:
            known = self._opened
            stamp = stamp_of(path)
            if known is None or known.pid != os.getpid() or known.path != path:
                self._opened = open_index(path, stamp)
            elif known.stamp != stamp:
                known.index.reload()
                self._opened = Opened(**{**vars(known), "searcher": known.index.searcher(), "stamp": stamp})
            return self._opened

    def forget(self):
        """Opens anew at the next call."""
        with self._lock:
            self._opened = None


def open_index(path, stamp):
    if not path.name.endswith(f"-{LAYOUT}"):
        raise UnusableError(f"{path.name} was made for another layout than {LAYOUT}.")
    with damage_is_told(f"{path.name} cannot be opened"):
        if not tantivy.Index.is_compatible(str(path)):
            raise UnusableError(f"{path.name} was made by another version of tantivy.")
        index = tantivy.Index.open(str(path))
        register_tokenizers(index)
        index.config_reader("manual")
        index.reload()
        searcher = index.searcher()
        read_something(searcher)
        return Opened(os.getpid(), path, index, index.schema, searcher, stamp)


@contextmanager
def damage_is_told(message):
    """UnusableError for whatever tantivy raises, also where a damaged file makes its Rust code panic."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise UnusableError(f"{message}: {error}") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # not an Exception, and it cannot be imported
            raise
        raise UnusableError(f"{message}: {error}") from error


def read_something(searcher):
    """Touches the files that opening alone does not."""
    found = searcher.search(tantivy.Query.exists_query("kind"), 1, order_by_field="newest")
    for _key, address in found.hits:
        read_entry(searcher, address)


def stamp_of(path):
    """Changes with each commit, which replaces this file."""
    try:
        found = (path / "meta.json").stat()
    except OSError as error:
        raise UnusableError(f"{path.name} is torn: {error}") from error
    return found.st_mtime_ns, found.st_ino, found.st_size
