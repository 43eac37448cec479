"""Ties the parts of the embedded engine together."""

import time
from contextlib import suppress
from dataclasses import replace

from search.engines.base import Engine, EngineStatus, newest_of
from search.engines.embedded import answering, likeness, suggesting
from search.engines.embedded.folder import IndexFolder, version_of
from search.engines.embedded.opening import Reader, UnusableError, damage_is_told
from search.engines.embedded.schema import LAYOUT
from search.engines.embedded.stock import stock
from search.engines.embedded.writing import build, held_version, put, replay


class EmbeddedEngine(Engine):
    """tantivy in `folder`. `entries()` gives everything, for when the index is missing or unusable."""

    def __init__(self, folder, *, entries):
        self._folder = IndexFolder(folder)
        self._reader = Reader(self._folder)
        self._entries = entries

    def search(self, query):
        started = time.perf_counter()
        results = self._ask(lambda opened: answering.answer(opened, query))
        return replace(results, took_ms=(time.perf_counter() - started) * 1000)

    def suggest(self, text, *, audiences, limit=8, kinds=()):
        return self._ask(lambda opened: suggesting.suggest(opened, text, audiences, limit, kinds))

    def similar(self, id, *, audiences, limit=3, kinds=(), facets=None):
        return self._ask(lambda opened: likeness.similar(opened, id, audiences, limit, kinds, facets))

    def versions(self):
        return self._ask(lambda opened: stock(opened, "version"))

    def fingerprints(self):
        return self._ask(lambda opened: stock(opened, "fingerprint"))

    def apply(self, changes):
        self._opened()
        with self._folder.writing():
            opened = self._reader.get()
            due = [change for change in newest_of(changes) if is_news(opened, change)]
            if due:
                put(opened.index, due)

    def rebuild(self, entries, *, version=0, progress=None):
        with self._folder.rebuilding():
            return self._rebuild(entries, version=version, progress=progress)

    def status(self):
        try:
            opened = self._reader.get()
        except UnusableError as error:
            return EngineStatus("embedded", is_available=False, detail=str(error))
        return EngineStatus(
            "embedded",
            is_available=True,
            entries=len(stock(opened, "version")),
            size_bytes=self._folder.size_bytes(),
            detail=f"{opened.path.name}, {opened.searcher.num_segments} segments",
        )

    def _ask(self, question):
        """The answer; asked once more, of an index opened anew, when it was torn under our feet."""
        try:
            return self._answer(question)
        except UnusableError:
            self._reader.forget()
        return self._answer(question)

    def _answer(self, question):
        opened = self._opened()
        with damage_is_told(f"{opened.path.name} cannot be read"):
            return question(opened)

    def _opened(self):
        """The current index, made anew when there is none that can be used."""
        try:
            return self._reader.get()
        except UnusableError:
            with self._folder.rebuilding():
                try:
                    return self._reader.get()  # another process made it while we waited
                except UnusableError:
                    self._rebuild(self._entries(), version=0, progress=None)
            return self._reader.get()

    def _rebuild(self, entries, *, version, progress):
        new = self._folder.new(LAYOUT, version)
        count = build(new, entries, version=version, progress=progress)
        with self._folder.writing():
            with suppress(UnusableError):  # then there is nothing to take over
                replay(self._reader.get(), new, version=version)
            self._folder.switch(new)
        return count


def is_news(opened, change):
    return max(version_of(opened.path), held_version(opened, change.id)) <= change.version
