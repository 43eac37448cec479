"""Writes to Elasticsearch in bulk. Versions decide what stays, whoever writes and in whatever order."""

from elasticsearch.helpers import scan, streaming_bulk

from search.engines.base import EngineUnavailableError, EntryChange
from search.engines.elastic.documents import content_of, read_entry
from search.engines.elastic.indexes import writing_name

BATCH, BATCH_BYTES = 500, 10_000_000
# A node that is too busy is asked again after 0.2, 0.4, 0.8 ... seconds.
ATTEMPTS, FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 6, 0.2, 5
HELD_NEWER, REFUSED = 409, 400


class RefusedError(Exception):
    """Elasticsearch will never take this entry as it is."""


def put(client, index, changes, *, refresh=False):
    """Stores each change unless the index holds a newer one; returns how many it was given."""
    count = 0
    operations = (operation(change) for change in changes)
    for is_stored, told in streaming_bulk(
        client,
        operations,
        index=writing_name(index),
        require_alias=True,
        refresh=refresh,
        chunk_size=BATCH,
        max_chunk_bytes=BATCH_BYTES,
        max_retries=ATTEMPTS,
        initial_backoff=FIRST_PAUSE_SECONDS,
        max_backoff=LONGEST_PAUSE_SECONDS,
        raise_on_error=False,
    ):
        count += 1
        if not is_stored:
            look_at_error(told["index"])
    return count


def operation(change):
    return {
        "_op_type": "index",
        "_id": change.id,
        "version": change.version,
        "version_type": "external_gte",
        "_source": content_of(change),
    }


def look_at_error(told):
    """Silent when the index holds something newer: that is what versions are for."""
    if told["status"] == HELD_NEWER:
        return
    message = f"{told['_id']}: {told.get('error')}"
    raise RefusedError(message) if told["status"] == REFUSED else EngineUnavailableError(message)


def changes_after(client, index, version):
    """What an index was told after `version`, tombstones included."""
    later = {"query": {"range": {"version": {"gt": version}}}, "_source": ["id", "version", "entry"]}
    for hit in scan(client, query=later, index=index, size=BATCH):
        yield EntryChange(hit["_source"]["id"], hit["_source"]["version"], read_entry(hit))


def stock(client, index, field):
    """{id: value of a number field} of every entry, without tombstones."""
    wanted = {"query": {"exists": {"field": "kind"}}, "_source": False, "docvalue_fields": [field]}
    return {hit["_id"]: hit["fields"][field][0] for hit in scan(client, query=wanted, index=index, size=5_000)}
