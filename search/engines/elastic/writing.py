"""Writes to Elasticsearch in bulk. Versions decide what stays, whoever writes and in whatever order."""

from elasticsearch.helpers import scan, streaming_bulk

from search.engines.analysing import with_fields
from search.engines.base import EngineUnavailableError, EntryChange
from search.engines.elastic.documents import content_of, read_entry, tombstone
from search.engines.elastic.indexes import writing_name
from search.engines.fields import analysed_fields

BATCH, BATCH_BYTES = 500, 10_000_000
# A node that is too busy is asked again after 0.2, 0.4, 0.8 ... seconds.
ATTEMPTS, FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 6, 0.2, 5
HELD_NEWER, REFUSED = 409, 400


class RefusedError(Exception):
    """Elasticsearch will never take this entry as it is."""


def put(client, index, changes, *, refresh=False):
    """Stores each change unless the index holds a newer one."""
    documents = (document_of(change.entry, id=change.id, version=change.version) for change in changes)
    store(client, index, documents, refresh=refresh)


def fill(client, index, entries, *, version):
    """The same with all entries of a new index."""
    documents = (content_of(entry, fields, version) for entry, fields in with_fields(entries))
    store(client, index, documents)


def document_of(entry, *, id, version):
    if entry is None:
        return tombstone(id, version)
    return content_of(entry, analysed_fields(entry), version)


def store(client, index, documents, *, refresh=False):
    for is_stored, told in streaming_bulk(
        client,
        map(operation, documents),
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
        if not is_stored:
            look_at_error(told["index"])


def operation(document):
    return {
        "_op_type": "index",
        "_id": document["id"],
        "version": document["version"],
        "version_type": "external_gte",
        "_source": document,
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
