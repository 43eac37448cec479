"""The indexes of one site in one language: their names, which one is asked, and which ones are told.

leerkring-nl-1.1                       the alias that readers ask; each layout has its own, so that an old and
                                       a new release can run beside each other
leerkring-nl-1.1-20261121-3f9a-v7      an index, filled with everything as it was at version 7
leerkring-nl-1.1-20261121-3f9a-v7.in   its alias for writing: gone with the index, so that nothing written late
                                       makes an index by itself
leerkring-nl-1.1-20261121-3f9a-v7.new  says that the index is being filled
"""

import re
import time
import uuid
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from elasticsearch import ConnectionTimeout
from elasticsearch.dsl import Index

from search.engines.elastic.documents import LAYOUT, EntryDocument

LANGUAGE = "nl"
# Who fills an index for longer than this is taken for dead.
LONGEST_FILLING = timedelta(minutes=30)
MERGING_SECONDS = 600
DEEPEST_PAGE = 1_000_000


class Indexes:
    def __init__(self, connection, name, options):
        self._connection = connection
        self._options = options
        self.family = f"{name}-{LANGUAGE}"
        self.alias = f"{self.family}-{LAYOUT}"

    def create(self, version=0):
        """The name of a new empty index, made after the template that all of them share."""
        name = f"{self.alias}-{time.strftime('%Y%m%d%H%M%S')}-{uuid.uuid4().hex[:8]}-v{version}"
        self._put_template()
        index = Index(name, using=self._connection.storing)
        index.aliases(**{writing_name(name): {}, filling_name(name): {}})
        index.create(wait_for_active_shards=1)
        return name

    def current(self):
        """The name of the index that readers ask, or None."""
        return next((name for name, aliases in self._all().items() if self.alias in aliases), None)

    def told(self):
        """The names of the indexes that must hear of changes: the current one and those being filled."""
        found = self._all()
        return {name for name, aliases in found.items() if self.alias in aliases or filling_name(name) in aliases}

    def is_being_made(self):
        """Whether somebody, who may be in another process, is filling an index now."""
        young = datetime.now(UTC) - LONGEST_FILLING
        found = self._connection.storing.indices.get_settings(index=f"{self.alias}-*", name="index.creation_date")
        born = {name: settings["settings"]["index"]["creation_date"] for name, settings in found.items()}
        return any(datetime.fromtimestamp(int(moment) / 1000, UTC) > young for moment in born.values())

    def switch(self, new):
        """Makes `new` the index that readers ask, in one step, and removes the others of this layout."""
        others = [name for name in self._all() if name != new]
        actions = [
            {"remove": {"index": new, "alias": filling_name(new)}},
            {"add": {"index": new, "alias": self.alias}},
            *({"remove_index": {"index": other}} for other in others),
        ]
        self._connection.storing.indices.update_aliases(actions=actions)

    def merge(self, name):
        """Makes one segment of a shard, which takes half the time to ask; the server goes on if we stop waiting."""
        with suppress(ConnectionTimeout):
            client = self._connection.storing.options(request_timeout=MERGING_SECONDS)
            client.indices.forcemerge(index=name, max_num_segments=1)

    def remove(self, name):
        self._connection.storing.indices.delete(index=name, ignore_unavailable=True)

    def remove_all(self):
        """Removes our indexes, those of other layouts too, and the template."""
        client = self._connection.storing
        for name in client.indices.get_alias(index=f"{self.family}-*"):
            self.remove(name)
        client.options(ignore_status=404).indices.delete_index_template(name=self.alias)

    def _all(self):
        """{name: its aliases} of every index of this layout."""
        found = self._connection.storing.indices.get_alias(index=f"{self.alias}-*")
        return {name: set(content["aliases"]) for name, content in found.items()}

    def _put_template(self):
        index = Index(self.alias, using=self._connection.storing)
        index.document(EntryDocument)
        index.settings(
            number_of_shards=self._options.shards,
            number_of_replicas=self._options.replicas,
            refresh_interval="-1",  # whoever writes makes it findable at once
            max_result_window=DEEPEST_PAGE,
        )
        index.as_composable_template(self.alias, pattern=f"{self.alias}-*", priority=200).save()


def version_of(index):
    """The version that an index was filled at: whatever is older was read before, and is not news."""
    found = re.search(r"-v(\d+)$", index)
    return int(found[1]) if found else 0


def writing_name(index):
    return f"{index}.in"


def filling_name(index):
    return f"{index}.new"
