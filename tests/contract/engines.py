"""What the contract tests need from every engine."""

from search.engines.base import EntryChange


def put(engine, *entries, version=1):
    engine.apply([EntryChange(entry.id, version, entry) for entry in entries])


def remove(engine, *ids, version=2):
    engine.apply([EntryChange(id, version, None) for id in ids])


def ids(results):
    """The ids of the hits, in order."""
    return [hit.id for hit in results.hits]
