"""Which words find which entries, in every engine."""

import pytest

from search.engines.ranking import FEW
from search.query import SearchQuery
from tests.contract.engines import ids, put
from tests.search.factories import EntryFactory


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("plan", "Wij maken plannen"),
        ("plannen", "Een plan voor de wijk"),
        ("interventies", "Een interventie"),
        ("gemeentelijk", "Een gemeente"),
        ("scholen", "De school"),
        ("huis", "Alle huizen"),
        ("discrimineren", "Tegen discriminatie"),
        ("coordinatie", "De coördinatie"),
        ("coördinatie", "De coordinatie"),
        ("ADV", "De adv in de regio"),
        ("lhbti+", "Jonge LHBTI'ers"),
        ("lhbti", "LHBTI+ in de sport"),
        ("ses-woa", "De SES-WOA-score"),
        ("ses woa", "De SES-WOA-score"),
        ("seswoa", "De SES-WOA-score"),
        ("wmo", "De Wmo en de Jeugdwet"),
        ("foto", "Mooie foto's"),
        ("foto's", "Een foto"),
        ("2023", "In 2022/2023"),
        ("10.000", "Voor 10000 euro"),
        ("G40", "De g40-gemeenten"),
        ("'s-Hertogenbosch", "In ’s-Hertogenbosch"),
        ("hertogenbosch", "In 's-Hertogenbosch"),
        ("voetbal", "Amateurvoetbalverenigingen"),
        ("discriminatie", "De antidiscriminatievoorziening"),
        ("antidiscriminatievoorziening", "Een voorziening anti discriminatie"),
        ("gelijke kansen", "Kansengelijkheidsbeleid"),
        ("kansengelijkheidsbeleid", "Beleid voor kansengelijkheid"),
        ("sleutelfiguren", "Een sleutelfiguur"),
        ("figuren", "Sleutelfiguren"),
        ("verkiezingen", "Gemeenteraadsverkiezingen"),
        ("gemeenteraad", "Gemeenteraadsverkiezingen"),
        ("voetbalclub", "Voetbalverenigingen"),
        ("jeugd", "Voor jongeren"),
        ("racisme", "Tegen discriminatie"),
    ],
)
def test_word_finds_its_other_forms(engine, typed, written):
    put(engine, EntryFactory(id="tests.thing:wanted", title=written), EntryFactory(title="Iets heel anders"))

    results = engine.search(SearchQuery(text=typed))

    assert ids(results) == ["tests.thing:wanted"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("zin", "Het gezin"),
        ("wet", "Wie weet"),
        ("jongeren", "Ouders"),
        ("discriminatie", "Racisme op het veld"),
        ("ouderen", "Ouders"),
    ],
)
def test_word_does_not_find_what_only_looks_like_it(engine, typed, written):
    put(engine, EntryFactory(title=written))

    assert ids(engine.search(SearchQuery(text=typed))) == []


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("meldpunt klachten", "Bel het ADV"),
        ("het meldpunt voor klachten", "Bel het ADV"),
        ("meldpunten klacht in de regio", "Het ADV van onze regio"),
        ("adv", "Een meldpunt voor klachten"),
        ("meldpunt klachten", "Klachten bij een meldpunt"),
        ("rode draad", "Een leidraad"),
        ("leidraad", "Een rode draad"),
        ("rode draad meldpunt klachten", "Een leidraad voor het ADV"),
    ],
)
def test_group_of_words_finds_what_means_the_same(engine, known_synonyms, typed, written):
    known_synonyms("meldpunt klachten = adv", "rode draad = leidraad")
    put(engine, EntryFactory(id="tests.thing:wanted", title=written), EntryFactory(title="Iets heel anders"))

    assert ids(engine.search(SearchQuery(text=typed))) == ["tests.thing:wanted"]


def test_synonym_of_a_group_leaves_the_other_words_to_be_found(engine, known_synonyms):
    known_synonyms("meldpunt klachten = adv")
    adv, wanted = EntryFactory(title="Het ADV"), EntryFactory(title="Het ADV over voetbal")
    put(engine, adv, wanted, *EntryFactory.build_batch(3))

    assert ids(engine.search(SearchQuery(text="meldpunt klachten voetbal")))[0] == wanted.id


def test_synonym_of_a_group_ranks_above_one_word_of_it(engine, known_synonyms):
    known_synonyms("meldpunt klachten = adv")
    one_word = EntryFactory(title="Klachten")
    by_synonym = EntryFactory(title="Het ADV")
    put(engine, one_word, by_synonym, *EntryFactory.build_batch(5))

    assert ids(engine.search(SearchQuery(text="meldpunt klachten"))) == [by_synonym.id, one_word.id]


def test_group_as_it_was_typed_ranks_above_its_synonym(engine, known_synonyms):
    known_synonyms("meldpunt klachten = adv")
    by_synonym = EntryFactory(title="Het ADV")
    as_typed = EntryFactory(title="Een meldpunt voor klachten")
    put(engine, by_synonym, as_typed, *EntryFactory.build_batch(5))

    assert ids(engine.search(SearchQuery(text="meldpunt klachten"))) == [as_typed.id, by_synonym.id]


def test_every_field_is_searched(engine):
    entries = [
        EntryFactory(title="Walvis"),
        EntryFactory(summary="Een walvis"),
        EntryFactory(body="Over de walvis"),
        EntryFactory(keywords=("walvis",)),
    ]
    put(engine, *entries, EntryFactory(title="Haai"))

    results = engine.search(SearchQuery(text="walvis"))

    assert sorted(ids(results)) == sorted(entry.id for entry in entries)


def test_title_ranks_above_summary_above_body(engine):
    filling = "woorden " * 10
    in_body = EntryFactory(body=f"walvis {filling}")
    in_summary = EntryFactory(summary=f"walvis {filling}")
    in_title = EntryFactory(title="walvis")
    put(engine, in_body, in_summary, in_title, *EntryFactory.build_batch(5))

    results = engine.search(SearchQuery(text="walvis"))

    assert ids(results) == [in_title.id, in_summary.id, in_body.id]


def test_whole_word_ranks_above_part_of_a_compound(engine):
    part = EntryFactory(title="Straatvoetbaltoernooi")
    whole = EntryFactory(title="Samen voetbal")
    put(engine, part, whole, *EntryFactory.build_batch(5))

    assert ids(engine.search(SearchQuery(text="voetbal"))) == [whole.id, part.id]


def test_words_that_stand_together_rank_higher(engine):
    apart = EntryFactory(body="sociale mensen wonen in een gebied met een basis van vertrouwen")
    together = EntryFactory(body="mensen wonen in een gebied met een sociale basis van vertrouwen")
    put(engine, apart, together, *EntryFactory.build_batch(5))

    assert ids(engine.search(SearchQuery(text="sociale basis"))) == [together.id, apart.id]


def test_complete_entry_ranks_above_empty_one(engine):
    empty = EntryFactory(title="Walvis", completeness=10)
    complete = EntryFactory(title="Walvis", completeness=100)
    put(engine, empty, complete)

    assert ids(engine.search(SearchQuery(text="walvis"))) == [complete.id, empty.id]


def test_entries_with_all_words_come_first_when_they_are_few(engine):
    one = [EntryFactory(title="Voetbal voetbal voetbal") for _ in range(3)]
    both = EntryFactory(body="Ooit was er een lange tekst over voetbal en over muziek en nog veel meer")
    put(engine, *one, both)

    results = engine.search(SearchQuery(text="voetbal muziek"))

    assert ids(results)[0] == both.id
    assert (results.total, results.complete, results.is_loosened) == (4, 1, True)


def test_entries_with_some_words_stay_away_when_enough_have_all(engine):
    both = EntryFactory.build_batch(FEW, title="Voetbal en muziek")
    put(engine, *both, EntryFactory(title="Voetbal"))

    results = engine.search(SearchQuery(text="voetbal muziek"))

    assert sorted(ids(results)) == sorted(entry.id for entry in both)
    assert (results.complete, results.is_loosened) == (FEW, False)


def test_one_of_many_words_is_enough_when_nobody_has_two(engine):
    one = EntryFactory(title="Voetbal")
    put(engine, one, EntryFactory(title="Iets anders"))

    assert ids(engine.search(SearchQuery(text="voetbal muziek theater dans"))) == [one.id]


def test_choosing_a_facet_never_adds_results(engine):
    sport = {"theme": ("sport",)}
    both = [EntryFactory(title="Voetbal en muziek", facets=sport) for _ in range(2)]
    others = EntryFactory.build_batch(FEW - len(both), title="Voetbal en muziek")
    put(engine, *both, *others, EntryFactory(title="Voetbal", facets=sport))

    results = engine.search(SearchQuery(text="voetbal muziek", facets=sport))

    assert sorted(ids(results)) == sorted(entry.id for entry in both)


def test_official_finds_the_football_practice(engine):
    wanted = EntryFactory(
        title="Samen met amateurvoetbalverenigingen tegen discriminatie",
        keywords=("Tilburg", "Sport"),
        body="De gemeente werkt met voetbalclubs aan een plan.",
    )
    others = [EntryFactory(title="Discriminatie op het werk"), EntryFactory(title="Sporten in de buurt")]
    put(engine, *others, wanted)

    assert ids(engine.search(SearchQuery(text="voetbalclub racisme")))[0] == wanted.id


def test_stop_words_do_not_count(engine):
    wanted = EntryFactory(title="Gezin en school")
    put(engine, wanted, EntryFactory(title="Iets van de buurt"))

    assert ids(engine.search(SearchQuery(text="het gezin van de school"))) == [wanted.id]


@pytest.mark.parametrize("typed", ["", "   ", "?!", "de van het"])
def test_question_without_words_finds_everything_newest_first(engine, typed):
    older, newer = EntryFactory.build_batch(2)
    put(engine, older, newer)

    assert ids(engine.search(SearchQuery(text=typed))) == [newer.id, older.id]


def test_strict_question_finds_only_what_has_all_the_words(engine):
    both = EntryFactory(title="Korfbal in Venray")
    put(engine, both, EntryFactory(title="Korfbal in Tilburg"), EntryFactory(title="Stages in Venray"))

    results = engine.search(SearchQuery(text="korfbal Venray", is_strict=True))

    assert (ids(results), results.total, results.is_loosened) == ([both.id], 1, False)


def test_strict_question_is_not_put_right(engine):
    put(engine, EntryFactory(body="Tegen discriminatie in de wijk"))

    results = engine.search(SearchQuery(text="discrimnatie", is_strict=True))

    assert (results.total, results.correction) == (0, None)
