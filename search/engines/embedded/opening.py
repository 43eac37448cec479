"""Opens the current index and keeps it fresh, for each process anew."""

import os
import threading
from dataclasses import dataclass
from pathlib import Path

import tantivy

from search.engines.embedded.schema import LAYOUT, register_tokenizers


class Unusable(Exception):
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
        """Opened; raises Unusable."""
        path = self._folder.current()
        if path is None:
            raise Unusable("There is no index.")
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
        raise Unusable(f"{path.name} was made for another layout than {LAYOUT}.")
    try:
        if not tantivy.Index.is_compatible(str(path)):
            raise Unusable(f"{path.name} was made by another version of tantivy.")
        index = tantivy.Index.open(str(path))
        register_tokenizers(index)
        index.config_reader("manual")
        index.reload()
        return Opened(os.getpid(), path, index, index.schema, index.searcher(), stamp)
    except (ValueError, OSError) as error:
        raise Unusable(f"{path.name} cannot be opened: {error}") from error


def stamp_of(path):
    """Changes with each commit, which replaces this file."""
    try:
        found = (path / "meta.json").stat()
    except OSError as error:
        raise Unusable(f"{path.name} is torn: {error}") from error
    return found.st_mtime_ns, found.st_ino, found.st_size
