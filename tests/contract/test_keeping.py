"""Storing, replacing, removing and rebuilding, in every engine."""

import pytest

from search.engines.base import EntryChange
from search.query import SearchQuery
from tests.contract.engines import ids, put, remove
from tests.search.factories import EntryFactory


def titles(engine):
    return sorted(hit.title_marked for hit in engine.search(SearchQuery(page_size=100)))


def test_putting_again_replaces(engine):
    entry = EntryFactory(title="Eerst")
    put(engine, entry, version=1)

    put(engine, EntryFactory(id=entry.id, title="Daarna"), version=2)

    assert titles(engine) == ["Daarna"]
    assert engine.versions() == {entry.id: 2}


def test_late_message_does_not_overwrite_a_newer_one(engine):
    entry = EntryFactory(title="Nieuw")
    put(engine, entry, version=5)

    put(engine, EntryFactory(id=entry.id, title="Oud"), version=4)

    assert titles(engine) == ["Nieuw"]


def test_late_message_does_not_bring_back_what_was_removed(engine):
    entry = EntryFactory()
    put(engine, entry, version=1)
    remove(engine, entry.id, version=3)

    put(engine, entry, version=2)

    assert titles(engine) == []
    assert engine.versions() == {}


def test_removing_before_it_was_ever_there_is_remembered(engine):
    remove(engine, "tests.thing:1", version=3)

    put(engine, EntryFactory(id="tests.thing:1"), version=2)

    assert titles(engine) == []


def test_last_of_several_changes_in_one_batch_counts(engine):
    one, two = EntryFactory(id="tests.thing:1", title="Een"), EntryFactory(id="tests.thing:1", title="Twee")

    engine.apply([EntryChange(one.id, 2, two), EntryChange(one.id, 1, one), EntryChange("tests.thing:2", 1, None)])

    assert titles(engine) == ["Twee"]


def test_nothing_to_apply_is_fine(engine):
    engine.apply([])

    assert titles(engine) == []


def test_rebuild_replaces_everything(engine):
    put(engine, EntryFactory(title="Oud"), version=1)

    count = engine.rebuild([EntryFactory(title="Nieuw"), EntryFactory(title="Ook nieuw")], version=2)

    assert count == 2
    assert titles(engine) == ["Nieuw", "Ook nieuw"]


def test_what_changes_during_a_rebuild_is_kept(engine):
    changed, removed, gone = EntryFactory.build_batch(3, title="Voor")
    put(engine, changed, removed, gone, version=1)
    later = EntryFactory(id=changed.id, title="Tijdens")
    added = EntryFactory(title="Erbij")

    def reading():
        yield changed
        put(engine, later, added, version=3)
        remove(engine, removed.id, version=3)
        yield removed

    engine.rebuild(reading(), version=2)

    assert titles(engine) == ["Erbij", "Tijdens"]


def test_late_message_does_not_bring_back_what_a_rebuild_left_out(engine):
    entry = EntryFactory()
    put(engine, entry, version=1)
    remove(engine, entry.id, version=3)
    engine.rebuild([], version=4)

    put(engine, entry, version=2)

    assert titles(engine) == []


def test_readers_see_the_old_until_the_new_is_there(engine):
    put(engine, EntryFactory(title="Oud"), version=1)
    seen = []

    def reading():
        yield EntryFactory(title="Nieuw")
        seen.extend(titles(engine))

    engine.rebuild(reading(), version=2)

    assert seen == ["Oud"]
    assert titles(engine) == ["Nieuw"]


def test_failed_rebuild_leaves_the_old(engine):
    put(engine, EntryFactory(title="Oud"), version=1)

    def reading():
        yield EntryFactory()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        engine.rebuild(reading(), version=2)

    assert titles(engine) == ["Oud"]
    put(engine, EntryFactory(title="Daarna"), version=3)
    assert titles(engine) == ["Daarna", "Oud"]


def test_progress_is_told(engine):
    told = []

    engine.rebuild(EntryFactory.build_batch(3), progress=told.append)

    assert told == [3]


def test_fingerprints_are_those_of_the_entries(engine):
    entries = EntryFactory.build_batch(3)
    put(engine, *entries, version=7)
    remove(engine, entries[0].id, version=8)

    assert engine.fingerprints() == {entry.id: entry.fingerprint for entry in entries[1:]}


def test_entry_comes_back_as_it_went_in(engine):
    entry = EntryFactory(url="/ergens/?a=1&b=2", facets={"theme": ("a", "é ß/.")}, keywords=("x",))
    put(engine, entry)

    assert ids(engine.search(SearchQuery(facets={"theme": ("é ß/.",)}))) == [entry.id]
    assert engine.search(SearchQuery()).hits[0].url == entry.url


def test_status_counts_entries(engine):
    put(engine, *EntryFactory.build_batch(2))

    status = engine.status()

    assert (status.is_available, status.entries) == (True, 2)
    assert status.size_bytes > 0
