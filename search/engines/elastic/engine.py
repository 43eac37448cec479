"""Ties the parts of the Elasticsearch engine together."""

import time
from dataclasses import replace

from search.engines.base import Engine, EngineStatus, EngineUnavailableError, newest_of
from search.engines.elastic import answering, likeness, suggesting
from search.engines.elastic.address import read_address
from search.engines.elastic.asked_index import AskedIndex
from search.engines.elastic.connecting import Connection, NoIndexError, Options, trouble_is_told
from search.engines.elastic.indexes import Indexes, version_of
from search.engines.elastic.writing import BATCH, changes_after, fill, put, stock

NAME = "elasticsearch"
# A larger segment would carry what is replaced in it along for too long.
MOST_IN_A_SEGMENT = 500_000


class ElasticEngine(Engine):
    """Elasticsearch at `url`. `entries()` gives everything, for when there is no index of this layout.

    The names of its indexes begin with `name`, or else with what the URL says.
    """

    def __init__(self, url, *, entries, options=None, name=""):
        address = read_address(url)
        self._options = options or Options()
        self._connection = Connection(address, self._options)
        self._indexes = Indexes(self._connection, name or address.name, self._options)
        self._entries = entries

    def search(self, query):
        started = time.perf_counter()
        results = self._ask(query.text, lambda index: answering.answer(index, query))
        return replace(results, took_ms=(time.perf_counter() - started) * 1000)

    def suggest(self, text, *, audiences, limit=8, kinds=()):
        return self._ask(text, lambda index: suggesting.suggest(index, text, audiences, limit, kinds))

    def similar(self, id, *, audiences, limit=3, kinds=(), facets=None):
        return self._ask(id, lambda index: likeness.similar(index, id, audiences, limit, kinds, facets))

    def versions(self):
        return self._stock("version")

    def fingerprints(self):
        return self._stock("fingerprint")

    def apply(self, changes):
        due = newest_of(changes)
        with trouble_is_told():
            if self._indexes.current() is None:
                self._make()
            self._tell_all(due)

    def rebuild(self, entries, *, version=0, progress=None):
        with trouble_is_told():
            return self._rebuild(entries, version=version, progress=progress)

    def status(self):
        try:
            with trouble_is_told():
                return self._status()
        except EngineUnavailableError as error:
            return EngineStatus(NAME, is_available=False, detail=str(error))

    def remove(self):
        """Takes every index of ours away, those of other releases too."""
        with trouble_is_told():
            self._indexes.remove_all()

    def _ask(self, question, ask):
        """The answer, of an index that is made first when there is none."""
        with trouble_is_told():
            try:
                return ask(self._asked_index(question))
            except NoIndexError:
                self._make()
            return ask(self._asked_index(question))

    def _asked_index(self, question):
        return AskedIndex(
            self._connection.asking,
            self._indexes.alias,
            shards=self._options.shards,
            question=question,
            seconds=self._options.asking_seconds,
        )

    def _stock(self, field):
        with trouble_is_told():
            if self._indexes.current() is None:
                self._make()
            return stock(self._connection.storing, self._indexes.alias, field)

    def _tell_all(self, changes):
        """Tells every index that must hear it, also those that began to be filled while we wrote."""
        told = set()
        while missing := self._indexes.told() - told:
            for index in missing:
                news = [change for change in changes if change.version >= version_of(index)]
                put(self._connection.storing, index, news, refresh=True)
            told |= missing

    def _make(self):
        """The first index, out of the sources; one process at a time."""
        if self._indexes.is_being_made():
            raise EngineUnavailableError("The index is being made.")
        self._rebuild(self._entries(), version=0, progress=None)

    def _rebuild(self, entries, *, version, progress):
        new = self._indexes.create(version)
        try:
            count = self._fill(new, entries, version, progress)
            if count <= MOST_IN_A_SEGMENT:
                self._indexes.merge(new)
            self._take_over(new, version)
            self._indexes.switch(new)
        except BaseException:
            self._indexes.remove(new)
            raise
        return count

    def _fill(self, new, entries, version, progress):
        """The number of distinct entries; a double id keeps its last entry."""
        seen = set()

        def counted():
            for entry in entries:
                seen.add(entry.id)
                yield entry
                if progress and len(seen) % BATCH == 0:
                    progress(len(seen))

        fill(self._connection.storing, new, counted(), version=version)
        if progress:
            progress(len(seen))
        return len(seen)

    def _take_over(self, new, version):
        """What the old index was told before `new` was there to be told too."""
        client = self._connection.storing
        if old := self._indexes.current():
            put(client, new, changes_after(client, old, version))
        client.indices.refresh(index=new)

    def _status(self):
        name = self._indexes.current()
        if name is None:
            return EngineStatus(NAME, is_available=False, detail="There is no index.")
        client = self._connection.storing
        count = client.count(index=name, query={"exists": {"field": "kind"}})["count"]
        size = client.indices.stats(index=name, metric="store")["_all"]["total"]["store"]["size_in_bytes"]
        health = client.cluster.health(index=name)
        detail = f"{name}, {health['status']}, {health['number_of_nodes']} nodes"
        return EngineStatus(NAME, is_available=True, entries=count, size_bytes=size, detail=detail)
