"""Mistyped words, in every engine."""

import pytest

from search.query import SearchQuery
from tests.contract.engines import ids, put
from tests.search.factories import EntryFactory


@pytest.mark.parametrize("typed", ["discrimnatie", "discriminaite", "disciminatie", "discrimminatie"])
def test_mistyped_word_is_put_right(engine, typed):
    wanted = EntryFactory(body="Tegen discriminatie in de wijk")
    put(engine, wanted)

    results = engine.search(SearchQuery(text=f"{typed} wijk"))

    assert results.correction == "discriminatie wijk"
    assert ids(results) == [wanted.id]


def test_mistyped_compound_is_put_right_before_its_parts_are_looked_for(engine):
    wanted = EntryFactory(title="Een voetbalvereniging")
    put(engine, wanted, EntryFactory(title="Voetbal"))

    results = engine.search(SearchQuery(text="voetbalverenging"))

    assert (results.correction, ids(results)[0]) == ("voetbalvereniging", wanted.id)


def test_new_word_is_found_by_what_it_begins_with(engine):
    wanted = EntryFactory(title="Voetbal in de wijk")
    put(engine, wanted, EntryFactory(title="Iets anders"))

    results = engine.search(SearchQuery(text="voetbalxxxxxxxx"))

    assert (results.correction, ids(results)) == (None, [wanted.id])


def test_word_that_finds_something_is_left_alone(engine):
    put(engine, EntryFactory(title="Beleid"), EntryFactory(title="Geleid"))

    assert engine.search(SearchQuery(text="geleid")).correction is None


def test_word_like_no_other_is_left_alone(engine):
    put(engine, EntryFactory(title="Beleid"))

    results = engine.search(SearchQuery(text="xylofoonorkest"))

    assert (results.correction, results.total) == (None, 0)


def test_most_used_of_equally_near_words_is_chosen(engine):
    put(engine, EntryFactory(title="Wanden"), EntryFactory(title="Handen"), EntryFactory(title="Handen"))

    assert engine.search(SearchQuery(text="xanden")).correction == "handen"


def test_known_word_is_no_mistake(engine):
    put(engine, EntryFactory(title="Handen"))

    results = engine.search(SearchQuery(text="tanden"))

    assert (results.correction, results.total) == (None, 0)
