"""When the usual engine does not answer, another does, and the usual one is tried again now and then."""

from dataclasses import replace

import pytest
from django.core.exceptions import ImproperlyConfigured

from search.engines import fallback, make_engine
from search.engines.base import EngineStatus, EngineUnavailableError, EntryChange
from search.engines.embedded import EmbeddedEngine
from search.engines.fallback import Breaker, EngineWithFallback
from search.query import SearchQuery
from tests.search.factories import EntryFactory

NOWHERE = "http://127.0.0.1:9/test"  # the discard port: nobody listens


class Shaky(EmbeddedEngine):
    """An engine that can be taken down; counts how often it was asked."""

    is_down, asked = False, 0

    def _ask(self, question):
        self.asked += 1
        if self.is_down:
            raise EngineUnavailableError("It does not answer.")
        return super()._ask(question)

    def apply(self, changes):
        if self.is_down:
            raise EngineUnavailableError("It does not answer.")
        super().apply(changes)


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def first(tmp_path):
    return Shaky(tmp_path / "first", entries=list)


@pytest.fixture
def other(tmp_path):
    return EmbeddedEngine(tmp_path / "other", entries=list)


@pytest.fixture
def engine(first, other, clock):
    return EngineWithFallback(first, other, entries=list, breaker=Breaker(clock))


def put(engine, *entries, version=1):
    engine.apply([EntryChange(entry.id, version, entry) for entry in entries])


def test_usual_engine_answers(engine):
    put(engine, EntryFactory())

    results = engine.search(SearchQuery())

    assert (results.total, results.is_fallback) == (1, False)


def test_other_engine_answers_the_same_and_says_so(engine, first):
    entry = EntryFactory(title="Walvis", keywords=("Zee",))
    put(engine, entry, EntryFactory(title="Walvis"))
    first.is_down = True

    results = engine.search(SearchQuery(text="walvis"))

    assert (results.total, results.is_fallback) == (2, True)
    assert engine.suggest("zee", audiences=("public",))[0].text == "Zee"
    assert len(engine.similar(entry.id, audiences=("public",))) == 1


def test_nobody_waits_for_an_engine_that_failed_twice(engine, first):
    first.is_down = True

    for _ in range(10):
        engine.search(SearchQuery())

    assert first.asked == fallback.FAILURES


def test_one_question_tries_again_after_the_pause(engine, first, clock):
    first.is_down = True
    for _ in range(fallback.FAILURES):
        engine.search(SearchQuery())

    clock.now += fallback.PAUSE_SECONDS
    for _ in range(5):
        engine.search(SearchQuery())

    assert first.asked == fallback.FAILURES + 1


def test_engine_that_answers_again_is_used_again(engine, first, clock):
    first.is_down = True
    for _ in range(fallback.FAILURES):
        engine.search(SearchQuery())
    first.is_down = False
    assert engine.search(SearchQuery()).is_fallback

    clock.now += fallback.PAUSE_SECONDS

    assert [engine.search(SearchQuery()).is_fallback for _ in range(3)] == [False, False, False]


def test_of_many_at_once_one_tries_again(clock):
    breaker = Breaker(clock)
    for _ in range(fallback.FAILURES):
        breaker.failed()
    clock.now += fallback.PAUSE_SECONDS

    assert [breaker.may_try() for _ in range(3)] == [True, False, False]


def test_hiding_takes_effect_in_the_other_index_while_the_usual_one_is_down(engine, first):
    entry = EntryFactory(title="Walvis")
    put(engine, entry)
    first.is_down = True

    with pytest.raises(EngineUnavailableError):
        put(engine, replace(entry, audiences=("hidden",)), version=2)

    assert engine.search(SearchQuery(text="walvis")).total == 0


def test_usual_engine_hears_of_a_change_that_the_other_cannot_store(engine, first, other, monkeypatch):
    def full(changes):
        raise EngineUnavailableError("No space left.")

    monkeypatch.setattr(other, "apply", full)

    with pytest.raises(EngineUnavailableError):
        put(engine, EntryFactory())

    assert first.search(SearchQuery()).total == 1


def test_readers_of_the_usual_engine_do_not_wait_for_the_other(engine, first, other, monkeypatch):
    seen_meanwhile = []
    monkeypatch.setattr(other, "apply", lambda _changes: seen_meanwhile.append(first.search(SearchQuery()).total))

    put(engine, EntryFactory())

    assert seen_meanwhile == [1]


def test_rebuild_makes_both_anew(first, other):
    entries = EntryFactory.build_batch(2)
    engine = EngineWithFallback(first, other, entries=lambda: entries)
    put(engine, EntryFactory())

    count = engine.rebuild(entries, version=2)

    assert count == 2
    assert first.versions() == other.versions() == {entry.id: 2 for entry in entries}


def test_status_says_who_answers(engine, first, monkeypatch):
    monkeypatch.setattr(first, "status", lambda: EngineStatus("shaky", is_available=False, detail="It is down."))

    assert engine.status() == EngineStatus(
        "shaky", is_available=False, detail="It is down. Answers come from the embedded index."
    )


@pytest.mark.django_db
def test_elasticsearch_that_is_not_there_is_replaced_by_the_index_in_the_data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    engine = make_engine(NOWHERE)

    results = engine.search(SearchQuery())

    assert results.is_fallback
    assert (tmp_path / "search" / "current").exists()
    assert not engine.status().is_available
    with pytest.raises(EngineUnavailableError):
        engine.apply([])


def test_environment_says_how_elasticsearch_is_reached_and_divided(settings):
    settings.SEARCH_CA_CERTS, settings.SEARCH_SHARDS, settings.SEARCH_REPLICAS = "/etc/kring.pem", 3, 2

    first = make_engine("https://kring:geheim@een:9200,twee:9200/proef")._first

    assert (first._options.ca_certs, first._options.shards, first._options.replicas) == ("/etc/kring.pem", 3, 2)
    assert first._connection._address.hosts == ("https://een:9200", "https://twee:9200")
    assert first._indexes.alias.startswith("proef-nl-")


@pytest.mark.parametrize("url", ["http://", "https:///name", "http://user:secret@", "http://host:port/name"])
def test_address_without_a_host_is_refused_without_telling_the_password(url):
    with pytest.raises(ImproperlyConfigured, match="SEARCH_URL is not understood") as refused:
        make_engine(url)

    assert "secret" not in str(refused.value)
