"""Suggestions while typing and what is like an entry, in every engine."""

import pytest

from search.results import Suggestion
from tests.contract.engines import put
from tests.search.factories import EntryFactory

PUBLIC = ("public",)


@pytest.mark.parametrize("typed", ["ge", "Gel", "gelijke k", "kans", "KANSÉ"])
def test_keyword_is_suggested_from_each_of_its_words(engine, typed):
    put(engine, EntryFactory(keywords=("Gelijke kansen",)), EntryFactory(keywords=("Gelijke kansen", "Sport")))

    assert engine.suggest(typed, audiences=PUBLIC) == [Suggestion("Gelijke kansen", "keyword")]


@pytest.mark.parametrize("typed", ["huis", "oud", "bezoeken bij", "OUDERS huisb", "huisbezoeken"])
def test_title_is_suggested_with_its_address(engine, typed):
    home = EntryFactory(title="Huisbezoeken - bezoeken bij ouders", url="/huis/")
    put(engine, home, EntryFactory(title="Anders"))

    assert engine.suggest(typed, audiences=PUBLIC) == [Suggestion(home.title, "practice", "/huis/", home.id)]


@pytest.mark.parametrize("typed", ["", " ", "h", "\x00", "*", "zzz", "(huis", "\x1f\x1f"])
def test_nothing_is_suggested_for_too_little_or_nonsense(engine, typed):
    put(engine, EntryFactory(title="Anders", keywords=("Sport",)))

    assert engine.suggest(typed, audiences=PUBLIC) == []


def test_most_used_keyword_comes_first(engine):
    put(engine, EntryFactory(keywords=("Sport",)), *EntryFactory.build_batch(2, keywords=("Spreekuur",)))

    assert [found.text for found in engine.suggest("sp", audiences=PUBLIC)] == ["Spreekuur", "Sport"]


def test_keyword_that_is_what_was_typed_comes_first(engine):
    put(engine, EntryFactory(keywords=("ADV",)), *EntryFactory.build_batch(2, keywords=("Adviesbureau",)))

    assert [found.text for found in engine.suggest("adv", audiences=PUBLIC)] == ["ADV", "Adviesbureau"]


def test_suggestions_are_limited_and_of_the_asked_kind(engine):
    put(engine, *EntryFactory.build_batch(9, title="Sport"), EntryFactory(title="Sport", kind="handbook"))

    assert len(engine.suggest("sport", audiences=PUBLIC, limit=4)) == 4
    assert len(engine.suggest("sport", audiences=PUBLIC, kinds=("handbook",))) == 1


def test_similar_has_the_same_words_and_facets(engine):
    itself = EntryFactory(title="Voetbal tegen racisme", facets={"theme": ("sport",)})
    same_facet = EntryFactory(title="Zwemmen", facets={"theme": ("sport",)})
    same_both = EntryFactory(title="Voetbal in de wijk", facets={"theme": ("sport",)})
    other = EntryFactory(title="Huisbezoek", facets={"theme": ("zorg",)})
    put(engine, itself, same_facet, same_both, other, *EntryFactory.build_batch(10, title="Wonen"))

    assert engine.similar(itself.id, audiences=PUBLIC, limit=2) == [same_both.id, same_facet.id]


def test_similar_in_some_facets_is_not_similar_in_others(engine):
    itself = EntryFactory(title="Voetbal", facets={"theme": ("sport",), "province": ("limburg",)})
    same_theme = EntryFactory(title="Zwemmen", facets={"theme": ("sport",), "province": ("utrecht",)})
    same_place = EntryFactory(title="Wonen", facets={"theme": ("zorg",), "province": ("limburg",)})
    put(engine, itself, same_theme, same_place)

    assert engine.similar(itself.id, audiences=PUBLIC, facets=("theme", "nothing")) == [same_theme.id]
    assert set(engine.similar(itself.id, audiences=PUBLIC)) == {same_theme.id, same_place.id}


def test_nothing_is_similar_to_what_is_not_there(engine):
    put(engine, EntryFactory())

    assert engine.similar("tests.thing:nope", audiences=PUBLIC) == []
