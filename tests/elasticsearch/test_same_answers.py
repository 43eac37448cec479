"""Both engines answer the same: which entries, with which counts, corrections and marks, and nearly the same scores.

Lucene takes the mean length of a field over the entries that have it, tantivy over all: that is all that differs.
"""

import random

import pytest

from search.engines.base import EntryChange
from search.engines.embedded import EmbeddedEngine
from search.query import SearchQuery, Sort
from tests.search.factories import EntryFactory

pytestmark = pytest.mark.elasticsearch

VOCABULARY = (
    "discriminatie racisme voetbal voetbalclub amateurvoetbalverenigingen kansengelijkheid gelijke kansen beleid wijk "
    "jongeren jeugd ouders gezin school scholen gemeente gemeenteraad verkiezingen sleutelfiguren antidiscriminatie "
    "voorziening plan plannen aanpak interventie interventies sport werk wonen zorg huisbezoek gesprek vertrouwen "
    "SES-WOA lhbti+ Wmo 2023 foto's coördinatie sociale basis"
)
WORDS = VOCABULARY.split()
MISTYPED = ["discrimnatie", "gemeete wijk", "kansengelijkheit"]
FACETS = ("theme", "size")
NEARLY = 0.03


@pytest.fixture(scope="module")
def chance():
    return random.Random(4)


def text(chance, length):
    return " ".join(chance.choices(WORDS, k=length))


@pytest.fixture
def both(engine, tmp_path, chance):
    """The two engines with the same 200 entries."""
    entries = [
        EntryFactory(
            id=f"tests.thing:{number}",
            title=text(chance, 4).capitalize(),
            summary=text(chance, 8),
            body=text(chance, chance.randint(5, 120)),
            keywords=tuple(chance.sample(WORDS, 2)),
            facets={"theme": tuple(chance.sample("abcde", 2)), "size": (chance.choice("xyz"),)},
            audiences=(chance.choice(["public", "public", "hidden"]),),
            completeness=chance.randint(0, 100),
        )
        for number in range(200)
    ]
    engines = EmbeddedEngine(tmp_path, entries=list), engine
    for each in engines:
        each.apply([EntryChange(entry.id, 1, entry) for entry in entries])
    return engines


def ask(engine, **query):
    return engine.search(SearchQuery(facet_names=(*FACETS, "kind"), page_size=50, **query))


def without_order(results):
    return {
        "total": results.total,
        "facets": results.facets,
        "correction": results.correction,
        "complete": results.complete,
        "page": (results.page, results.pages),
    }


def shown(results):
    return [(hit.id, hit.title_marked, hit.excerpt, hit.keywords) for hit in results.hits]


def scores(results):
    """{id: score as a share of the best}."""
    best = max(hit.score for hit in results.hits)
    return {hit.id: hit.score / best for hit in results.hits}


@pytest.fixture
def questions(chance):
    return ["", *MISTYPED, *(text(chance, chance.randint(1, 5)) for _ in range(25))]


def test_both_engines_find_and_count_the_same(both, questions, chance):
    embedded, elastic = both

    for question in questions:
        facets = {} if chance.random() < 0.5 else {"theme": (chance.choice("abcde"),)}
        query = {
            "text": question,
            "facets": facets,
            "page": chance.choice([1, 1, 2, 9]),
            "sort": chance.choice([*Sort]),
        }
        assert without_order(ask(elastic, **query)) == without_order(ask(embedded, **query)), query


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.COMPLETE])
def test_both_engines_sort_and_mark_the_same(both, questions, sort):
    embedded, elastic = both

    for question in questions:
        query = {"text": question, "sort": sort}
        assert shown(ask(elastic, **query)) == shown(ask(embedded, **query)), query


def test_both_engines_score_the_same(both, questions):
    embedded, elastic = both

    for question in filter(None, questions):
        one, other = scores(ask(elastic, text=question)), scores(ask(embedded, text=question))
        assert all(abs(one[id] - other[id]) < NEARLY for id in one.keys() & other.keys()), question
        assert [id for id in one.keys() - other.keys() if one[id] > min(other.values()) + NEARLY] == [], question


def test_both_engines_suggest_the_same(both):
    embedded, elastic = both

    for typed in {word[:length] for word in WORDS for length in (2, 3, 5)}:
        asked = {"audiences": ("public",), "limit": 6}
        assert elastic.suggest(typed, **asked) == embedded.suggest(typed, **asked), typed


def test_both_engines_liken_nearly_the_same(both):
    embedded, elastic = both

    for number in range(0, 200, 10):
        asked = {"id": f"tests.thing:{number}", "audiences": ("public",), "limit": 5}
        assert len({*elastic.similar(**asked), *embedded.similar(**asked)}) <= 7, number
