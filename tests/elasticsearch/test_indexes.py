"""Which index is asked and which are told: at first use, during a rebuild, and beside another release."""

import pytest

from search.engines.base import EngineUnavailableError, EntryChange
from search.engines.elastic import documents, indexes
from search.engines.elastic import engine as engine_module
from search.engines.elastic.writing import put as write
from search.query import SearchQuery
from tests.search.factories import EntryFactory

pytestmark = pytest.mark.elasticsearch


def titles(engine):
    return sorted(hit.title_marked for hit in engine.search(SearchQuery(page_size=100)))


def put(engine, *entries, version=1):
    engine.apply([EntryChange(entry.id, version, entry) for entry in entries])


def held(engine):
    """The names of all indexes of this engine."""
    return sorted(engine._indexes._all())


def test_missing_index_is_made_on_first_use(engine):
    assert titles(engine) == ["Walvis"]


def test_change_to_a_missing_index_comes_on_top_of_everything_else(engine):
    put(engine, EntryFactory(title="Haai"))

    assert titles(engine) == ["Haai", "Walvis"]


def test_index_that_goes_away_under_our_feet_is_made_anew(engine):
    assert titles(engine) == ["Walvis"]

    engine.remove()

    assert titles(engine) == ["Walvis"]


def test_only_one_makes_the_first_index(make_engine, engine):
    def slow():
        with pytest.raises(EngineUnavailableError, match="being made"):
            make_engine().search(SearchQuery())
        yield EntryFactory(title="Haai")

    engine._entries = slow

    assert titles(engine) == ["Haai"]
    assert titles(make_engine()) == ["Haai"]


def test_old_index_is_cleared_away(engine):
    assert titles(engine) == ["Walvis"]
    before = held(engine)

    engine.rebuild([EntryFactory(title="Haai")])

    assert len(held(engine)) == 1
    assert held(engine) != before


def test_failed_rebuild_leaves_nothing_behind(engine):
    assert titles(engine) == ["Walvis"]
    before = held(engine)

    def failing():
        yield EntryFactory()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        engine.rebuild(failing(), version=2)

    assert held(engine) == before


def test_change_that_is_written_while_a_rebuild_begins_reaches_the_new_index_too(engine, make_engine, monkeypatch):
    assert titles(engine) == ["Walvis"]
    new = []

    def begin_rebuild_then_write(client, index, changes, **options):
        if not new:
            new.append(make_engine()._indexes.create())
        return write(client, index, changes, **options)

    monkeypatch.setattr(engine_module, "put", begin_rebuild_then_write)
    put(engine, EntryFactory(title="Haai"), version=7)
    engine._indexes.switch(new[0])

    assert titles(engine) == ["Haai"]


def test_writing_to_an_index_that_is_gone_does_not_make_one(engine):
    assert titles(engine) == ["Walvis"]
    entry = EntryFactory()

    with pytest.raises(EngineUnavailableError), engine_module.trouble_is_told():
        write(engine._connection.storing, f"{engine._indexes.alias}-gone", [EntryChange(entry.id, 1, entry)])

    assert len(held(engine)) == 1


def test_another_release_has_an_index_of_its_own(engine, make_engine, entries, monkeypatch):
    assert titles(engine) == ["Walvis"]
    entries.append(EntryFactory(title="Haai"))

    monkeypatch.setattr(indexes, "LAYOUT", "9.9")
    newer = make_engine()

    assert titles(newer) == ["Haai", "Walvis"]
    assert titles(engine) == ["Walvis"]


def test_index_knows_its_layout_and_is_divided_as_chosen(make_engine):
    engine = make_engine(shards=3, replicas=2)
    engine.rebuild([])
    client, name = engine._connection.storing, engine._indexes.current()

    settings = client.indices.get_settings(index=name)[name]["settings"]["index"]
    mapping = client.indices.get_mapping(index=name)[name]["mappings"]

    assert (settings["number_of_shards"], settings["number_of_replicas"]) == ("3", "2")
    assert mapping["_meta"] == {"layout": documents.LAYOUT}


def test_shards_together_answer_as_one(make_engine):
    engine = make_engine(shards=3)
    wanted = EntryFactory.build_batch(30, title="Voetbal in de wijk", facets={"theme": ("sport",)})
    put(engine, *wanted, EntryFactory(title="Zwemmen"))

    results = engine.search(SearchQuery(text="voetbal", facet_names=("theme",)))

    assert (results.total, results.facets) == (30, {"theme": {"sport": 30}})
    assert len(engine.similar(wanted[0].id, audiences=("public",), limit=5)) == 5
