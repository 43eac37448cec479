"""Dutch: words, stems, compounds and synonyms."""

import pytest

from search.language.asking import PARTS, SYNONYM, asked_words
from search.language.compounds import guessed_parts, smallest_parts, split
from search.language.likeness import distance
from search.language.stemming import stem
from search.language.synonyms import NOT, SAME, Rule, Synonyms, read, terms_of
from search.language.words import chunks, fold, pieces


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De wijk, en meer.", [["de"], ["wijk"], ["en"], ["meer"]]),
        ("SES-WOA", [["ses", "woa"]]),
        ("foto's", [["foto"]]),
        ("’s-Hertogenbosch", [["s", "hertogenbosch"]]),
        ("A.D.V. en o.a. 10.000", [["adv"], ["en"], ["oa"], ["10000"]]),
        ("leeuwarden.nl", [["leeuwarden", "nl"]]),
        ("LHBTI+ 50+", [["lhbti"], ["50"]]),
        ("2022/2023", [["2022"], ["2023"]]),
        ("één café", [["een"], ["cafe"]]),
        ("a_b", [["a"], ["b"]]),
        ("", []),
    ],
)
def test_text_is_cut_into_words(text, words):
    assert [pieces(match.group()) for match in chunks(text)] == words


@pytest.mark.parametrize(("text", "folded"), [("Ĳssel", "ijssel"), ("Fryslân", "fryslan"), ("Søren", "soren")])
def test_accents_are_folded(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    "forms",
    [
        "plan plannen",
        "interventie interventies",
        "gemeente gemeenten gemeentelijk gemeentelijke",
        "gezin gezinnen",
        "wet wetten wettelijk",
        "school scholen",
        "stad steden",
        "huis huizen",
        "wijk wijken",
        "grote groot",
        "criminaliteit crimineel criminele",
        "discriminatie discrimineren discriminerend gediscrimineerd",
        "evaluatie evaluaties evalueren geevalueerd",
        "werken werk werkt werkte werkten gewerkt",
        "ondermijning ondermijnen ondermijnend ondermijnende",
        "gezondheid gezond gezonde",
        "mogelijkheid mogelijkheden",
        "projectplan projectplannen",
        "statushouder statushouders",
        "amateurvoetbalvereniging amateurvoetbalverenigingen",
        "racisme racistisch racistische",
        "moskee moskeeen",
        "museum musea",
        "ondersteuning ondersteunen ondersteund ondersteunde",
        "uitvoering uitvoeren uitgevoerd uitgevoerde",
        "aanpak aanpakken aangepakt",
        "effectief effectieve effectiviteit",
        "stabiel stabiliteit",
        "verantwoordelijk verantwoordelijkheid verantwoordelijkheden",
        "bewust bewustwording bewustzijn",
        "deelname deelnemen deelnemers deelgenomen",
        "keuze keuzes gekozen",
        "groot groter grotere",
        "duur duurder duurdere",
        "kritisch kritischer",
        "surinaamse surinamers suriname",
        "vragen gevraagd vroegen",
        "spreken sprak gesproken",
        "blijven bleef gebleven",
        "toenemen toegenomen toename",
        "meten gemeten metingen",
        "anoniem anonieme anonimiteit",
        "brabant brabants brabantse",
    ],
)
def test_forms_of_one_word_share_a_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "gezin zin",
        "wet weet",
        "kans kan",
        "ouderen ouders",
        "buurt buur",
        "maart maar",
        "politie politiek",
        "activiteit actief",
        "speler speel",
        "moeder moe",
    ],
)
def test_different_words_keep_different_stems(words):
    one, other = words.split()

    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "compound",
    [
        "anti discriminatie voorziening",
        "amateur voetbal verenigingen",
        "sleutel figuren",
        "huis bezoek",
        "werk gever",
        "school besturen",
        "samenwerking partners",
        "integratie vraag stuk",
        "doel stelling",
        "jeugd zorg",
    ],
)
def test_compound_is_taken_apart(compound):
    parts = compound.split()
    word = "samenwerkingspartners" if parts[0] == "samenwerking" else "".join(parts)

    assert smallest_parts(word) == tuple(parts)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("voetbalxxxxx", ("voetbal",)),
        ("xxxxxvereniging", ("vereniging",)),
        ("voetbal", ()),
        ("voetbalclub", ()),
        ("xxxxxxxx", ()),
        ("amsterdam", ()),
    ],
)
def test_parts_of_an_unknown_word_are_guessed(word, parts):
    assert guessed_parts(word) == parts


def test_letters_that_link_belong_to_no_part():
    assert split("kansengelijkheidsbeleid") == ("kansengelijkheid", "beleid")
    assert smallest_parts("kansengelijkheidsbeleid") == ("kans", "gelijkheid", "beleid")
    assert split("gemeenteraadsverkiezingen") == ("gemeenteraad", "verkiezingen")


@pytest.mark.parametrize(
    "word",
    [
        "gemeente",
        "discriminatie",
        "samenwerking",
        "vereniging",
        "onderwijs",
        "jongeren",
        "ouderen",
        "bewoners",
        "inwoners",
        "gesprekken",
        "versterken",
        "verschillende",
        "behandeling",
        "besteden",
        "onderzoek",
        "leeuwarden",
        "eindhoven",
        "camminghaburen",
        "praktijk",
        "organisatie",
        "maatschappelijke",
    ],
)
def test_plain_word_is_left_whole(word):
    assert split(word) == ()


def test_synonyms_work_one_way_or_both():
    known = Synonyms(read(["jeugd = jongeren  # both", "racisme > discriminatie", "", "# nothing"]))

    assert [known.of((word,)) for word in ("jeugd", "jongere", "racisme", "discriminatie")] == [
        (("jongere",),),
        (("jeugd",),),
        (("discriminatie",),),
        (),
    ]


def test_rule_can_be_taken_back():
    rules = read(["jeugd = jongeren = jongelui", "racisme > discriminatie"])

    known = Synonyms([Rule(("jongeren",), NOT, ("jeugd",)), *rules, Rule(("racisme",), NOT, ("discriminatie",))])

    assert [known.of(terms_of(word)) for word in ("jeugd", "jongeren", "racisme")] == [
        (("jongelui",),),
        (("jongelui",),),
        (),
    ]


def test_rule_about_nothing_is_no_rule():
    known = Synonyms([Rule(("de",), SAME, ("het", "?")), Rule(("buurt",), SAME, ("de buurt", "van"))])

    assert (known.of(()), known.of(("buurt",)), known.longest) == ((), (), 0)


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("rode draad", [("rood", "leidraad"), ("draad", "leidraad")]),
        ("een rode draad", [("rood", "leidraad"), ("draad", "leidraad")]),
        ("rode of draad", [("rood", "leidraad"), ("draad", "leidraad")]),
        ("rode wol en draad", [("rood",), ("wol",), ("draad",)]),
        ("leidraad", [("leidraad", "rood draad")]),
    ],
)
def test_group_of_words_is_known_where_its_words_follow_each_other(known_synonyms, typed, ways):
    known_synonyms("rode draad = leidraad")

    words = asked_words(typed)

    assert [tuple(" ".join(way.terms) for way in word.ways if way.weight != PARTS) for word in words] == ways


def test_group_of_words_counts_as_much_as_one_word(known_synonyms):
    known_synonyms("leidraad = rode draad = gids")

    (word,) = asked_words("leidraad")

    assert {way.terms: way.weight for way in word.ways if way.weight != PARTS} == {
        ("leidraad",): 1,
        ("rood", "draad"): SYNONYM / 2,
        ("gids",): SYNONYM,
    }


@pytest.mark.parametrize(
    ("typed", "word", "verb"),
    [
        ("hoe pak je racisme aan?", "pak", "aanpak"),
        ("wat levert een netwerk op", "levert", "oplever"),
        ("waarom vroegen gemeenten subsidie AAN", "vroegen", "aanvraag"),
    ],
)
def test_verb_gets_back_what_stands_at_the_end_of_the_question(typed, word, verb):
    asked = {asked.text: asked for asked in asked_words(typed)}

    assert [way.terms for way in asked.pop(word).whole] == [(verb,)]
    assert [way.terms for other in asked.values() for way in other.whole] == [(stem(text),) for text in asked]


@pytest.mark.parametrize("typed", ["aan", "werken met ouders in de wijk", "racisme aan", "op"])
def test_words_that_are_no_verb_get_nothing_back(typed):
    words = asked_words(typed)

    assert [way.terms for word in words for way in word.whole] == [(stem(word.text),) for word in words]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("huis", "huis", 0), ("huis", "huizen", 3), ("racsime", "racisme", 1), ("", "ab", 2), ("abc", "acb", 1)],
)
def test_distance_between_words(one, other, apart):
    assert distance(one, other) == apart
