"""Writes to a tantivy index: one writer at a time, one commit for all of a batch."""

import time
from contextlib import contextmanager

import tantivy

from search.engines.analysing import with_fields
from search.engines.base import EngineUnavailableError
from search.engines.embedded.schema import make_document, make_schema, make_tombstone, read_entry, register_tokenizers
from search.engines.fields import analysed_fields

SMALL_HEAP_BYTES, LARGE_HEAP_BYTES = 20_000_000, 120_000_000
BATCH = 500
LOCK_PAUSES_SECONDS = (0.01, 0.05, 0.2, 0.5, 1, 2)
EVERYTHING = 10_000_000


@contextmanager
def writer_of(index, heap_bytes=SMALL_HEAP_BYTES):
    """A writer that commits at the end; on an error nothing is stored.

    Ends its merges in any case: only then its lock comes free, whoever still has hold of the object.
    """
    try:
        writer = open_writer(index, heap_bytes)
        try:
            yield writer
            writer.commit()
        finally:
            writer.wait_merging_threads()
    except (ValueError, OSError) as error:
        raise EngineUnavailableError(f"The index cannot be written: {error}") from error


def open_writer(index, heap_bytes):
    for pause in LOCK_PAUSES_SECONDS:
        try:
            return index.writer(heap_bytes, 1)
        except ValueError as error:  # tantivy has no exception of its own for a second writer
            if "LockBusy" not in str(error):
                raise
            time.sleep(pause)
    return index.writer(heap_bytes, 1)


def put(index, changes):
    """Replaces what is held for the ids of these changes, in one commit."""
    documents = {change.id: document_of(change.entry, id=change.id, version=change.version) for change in changes}
    with writer_of(index) as writer:
        for id, document in documents.items():
            writer.delete_documents_by_term("id", id)
            writer.add_document(document)


def document_of(entry, *, id, version):
    if entry is None:
        return make_tombstone(id, version)
    return make_document(entry, analysed_fields(entry), version)


def held_version(opened, id):
    """The version that the index holds for an id, tombstones included; -1 when it never had it."""
    query = tantivy.Query.term_query(opened.schema, "id", id)
    hits = opened.searcher.search(query, 1, count=False).hits
    if not hits:
        return -1
    return opened.searcher.fast_field_values("version", [hits[0][1]])[0]


def build(path, entries, *, version, progress):
    """Fills a new index at `path`; returns the number of entries. A double id keeps its last entry."""
    index = tantivy.Index(make_schema(), path=str(path))
    register_tokenizers(index)
    seen = set()
    with writer_of(index, LARGE_HEAP_BYTES) as writer:
        for entry, fields in with_fields(entries):
            if entry.id in seen:
                writer.delete_documents_by_term("id", entry.id)
            seen.add(entry.id)
            writer.add_document(make_document(entry, fields, version))
            if progress and len(seen) % BATCH == 0:
                progress(len(seen))
    if progress:
        progress(len(seen))
    return len(seen)


def replay(old, new_path, *, version):
    """Copies what the old index was told after `version`, tombstones included, to the new index."""
    later = tantivy.Query.range_query(
        old.schema, "version", tantivy.FieldType.Unsigned, lower_bound=version, include_lower=False
    )
    hits = old.searcher.search(later, EVERYTHING, count=False, order_by_field="id").hits
    if not hits:
        return
    index = tantivy.Index.open(str(new_path))
    register_tokenizers(index)
    with writer_of(index) as writer:
        for id, address in hits:
            writer.delete_documents_by_term("id", id)
            entry = read_entry(old.searcher, address)
            held = old.searcher.fast_field_values("version", [address])[0]
            writer.add_document(document_of(entry, id=id, version=held))
