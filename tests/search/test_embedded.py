"""The folder of the embedded engine: shared by processes, and made anew when it cannot be used."""

import multiprocessing
import os
import shutil
import threading
from dataclasses import replace

import pytest
from django.core.exceptions import ImproperlyConfigured

from search.engines import get_engine, make_engine
from search.engines.base import EngineUnavailableError, EntryChange
from search.engines.embedded import EmbeddedEngine, answering, folder, opening, writing
from search.query import SearchQuery
from tests.search.factories import EntryFactory


@pytest.fixture
def entries():
    return [EntryFactory(title="Walvis")]


@pytest.fixture
def engine(tmp_path, entries):
    return EmbeddedEngine(tmp_path / "index", entries=lambda: iter(entries))


def titles(engine):
    return sorted(hit.title_marked for hit in engine.search(SearchQuery()))


def current(engine):
    return engine._folder.current()


def put(engine, *entries, version=1):
    engine.apply([EntryChange(entry.id, version, entry) for entry in entries])


def test_missing_index_is_made_on_first_use(engine):
    assert titles(engine) == ["Walvis"]


def test_change_to_a_missing_index_comes_on_top_of_everything_else(engine):
    put(engine, EntryFactory(title="Haai"))

    assert titles(engine) == ["Haai", "Walvis"]


@pytest.mark.parametrize("file", ["meta.json", "*.idx", "*.store"])
def test_torn_index_is_made_anew(tmp_path, engine, entries, file):
    assert titles(engine) == ["Walvis"]
    for path in current(engine).glob(file):
        path.unlink()  # a new file: the old one is still open, and must not change under the engine
        path.write_bytes(b"torn")

    after_a_restart = EmbeddedEngine(tmp_path / "index", entries=lambda: iter(entries))

    assert titles(after_a_restart) == ["Walvis"]


def test_index_that_goes_away_under_our_feet_is_made_anew(engine):
    assert titles(engine) == ["Walvis"]

    shutil.rmtree(current(engine))

    assert titles(engine) == ["Walvis"]


@pytest.mark.parametrize("content", ["", "index-nope-1.1", "../../etc", "\x00", "é"])
def test_pointer_to_nothing_is_made_anew(engine, content):
    assert titles(engine) == ["Walvis"]

    engine._folder.pointer.write_text(content)

    assert titles(engine) == ["Walvis"]


def test_index_of_another_analysis_is_made_anew(engine, entries, monkeypatch):
    assert titles(engine) == ["Walvis"]
    entries.append(EntryFactory(title="Haai"))
    old = current(engine)

    monkeypatch.setattr(opening, "LAYOUT", "9.9")
    monkeypatch.setattr("search.engines.embedded.engine.LAYOUT", "9.9")
    other = EmbeddedEngine(engine._folder.path, entries=lambda: iter(entries))

    assert titles(other) == ["Haai", "Walvis"]
    assert current(other) != old


def test_engine_that_cannot_make_an_index_says_so_and_recovers(engine, monkeypatch):
    monkeypatch.setattr(writing, "open_writer", full_disk)
    with pytest.raises(EngineUnavailableError):
        engine.search(SearchQuery())
    monkeypatch.undo()

    assert titles(engine) == ["Walvis"]


def full_disk(index, heap_bytes):
    raise OSError("No space left on device")


def test_failed_writing_changes_nothing(engine, monkeypatch):
    assert titles(engine) == ["Walvis"]
    monkeypatch.setattr(writing, "open_writer", full_disk)

    with pytest.raises(EngineUnavailableError):
        put(engine, EntryFactory(title="Haai"))

    assert titles(engine) == ["Walvis"]


def test_second_writer_waits_for_the_first(engine):
    assert titles(engine) == ["Walvis"]
    writer = engine._reader.get().index.writer(20_000_000, 1)
    release = threading.Timer(0.2, writer.wait_merging_threads)
    release.start()

    put(engine, EntryFactory(title="Haai"))

    assert titles(engine) == ["Haai", "Walvis"]
    release.join()


def test_lock_that_never_comes_free_is_told(engine, monkeypatch):
    monkeypatch.setattr(folder, "PATIENCE_SECONDS", 0)
    assert titles(engine) == ["Walvis"]

    with engine._folder.writing(), pytest.raises(EngineUnavailableError):
        put(engine, EntryFactory())


def test_old_indexes_are_cleared_away(engine):
    for _ in range(4):
        engine.rebuild([])

    assert len(list(engine._folder.path.glob("index-*"))) == 2


def test_threads_write_and_read_at_the_same_time(engine):
    errors = []

    def work(number):
        try:
            for step in range(3):
                put(engine, EntryFactory(id=f"tests.thing:{number}-{step}"))
                engine.search(SearchQuery(text="praktijk"))
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert len(engine.versions()) == 13


def put_in_child(path, number, done):
    engine = EmbeddedEngine(path, entries=list)
    put(engine, EntryFactory(id=f"tests.child:{number}", title="Kind"))
    done.put(os.getpid())


@pytest.mark.parametrize("text", ["", "walvis", "walvis haai rog", "wlavis"])
def test_counting_on_another_core_gives_the_same_answer(engine, monkeypatch, text):
    facets = {"theme": ("zee", "dieren")}
    put(engine, EntryFactory(title="Walvis en haai", facets=facets), EntryFactory(title="Haai", facets=facets))
    query = SearchQuery(text=text, facets={"theme": ("zee",)}, facet_names=("theme", "kind"))

    alone = engine.search(query)
    monkeypatch.setattr(answering, "WORTH_A_CORE", 0)
    together = engine.search(query)

    assert together.total
    assert replace(together, took_ms=0) == replace(alone, took_ms=0)


def test_processes_see_each_others_changes_at_once(engine):
    assert titles(engine) == ["Walvis"]
    context = multiprocessing.get_context("fork")
    done = context.Queue()

    children = [context.Process(target=put_in_child, args=(engine._folder.path, n, done)) for n in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()

    assert titles(engine) == ["Kind", "Kind", "Walvis"]


def search_in_child(engine, done):
    done.put(titles(engine))


def test_engine_that_was_open_before_a_fork_works_after_it(engine):
    assert titles(engine) == ["Walvis"]
    context = multiprocessing.get_context("fork")
    done = context.Queue()

    child = context.Process(target=search_in_child, args=(engine, done))
    child.start()

    assert done.get(timeout=20) == ["Walvis"]
    child.join()


def test_get_engine_gives_one_engine_a_process():
    assert get_engine() is get_engine()


@pytest.mark.parametrize("url", ["", "embedded://", "solr://host/x", "/var/search"])
def test_unknown_address_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="SEARCH_URL"):
        make_engine(url)
