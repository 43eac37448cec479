"""What a person may not see does not exist for them: no hit, count, suggestion, correction or likeness."""

import pytest

from search.query import SearchQuery, Sort
from tests.contract.engines import ids, put
from tests.search.factories import EntryFactory

SECRET = "geheimwoordxyz"
STRANGERS = [("public",), ("members", "public"), (), ("hidde",), ("hidden*",), ("",)]


@pytest.fixture
def hidden(engine):
    """An entry with the secret in every field, beside what everybody may see."""
    secret = EntryFactory(
        id=f"tests.thing:{SECRET}",
        kind=f"kind{SECRET}",
        title=f"Praktijk {SECRET} nummer",
        summary=SECRET,
        body=f"Praktijk {SECRET}",
        keywords=(SECRET, f"Praktijk {SECRET}"),
        url=f"/{SECRET}/",
        facets={"theme": ("shared", SECRET), SECRET: (SECRET,)},
        audiences=("hidden",),
        completeness=100,
    )
    put(engine, secret, *EntryFactory.build_batch(3, facets={"theme": ("shared",)}))
    return secret


def answers(engine, audiences, text, **query):
    names = ("theme", SECRET, "kind")
    return engine.search(SearchQuery(text=text, audiences=audiences, facet_names=names, **query))


@pytest.mark.parametrize("audiences", STRANGERS)
@pytest.mark.parametrize("sort", Sort.values)
@pytest.mark.parametrize("text", ["", "praktijk", SECRET, SECRET[:-1], f"praktijk {SECRET}"])
def test_stranger_reads_the_secret_nowhere(engine, hidden, audiences, sort, text):
    shown = repr(answers(engine, audiences, text, sort=sort)).replace(f"'{SECRET}': {{}}", "")
    suggested = repr(engine.suggest(text, audiences=audiences, limit=50))

    assert SECRET not in shown
    assert SECRET not in suggested


@pytest.mark.parametrize("audiences", STRANGERS)
def test_stranger_cannot_count_it(engine, hidden, audiences):
    visible = 3 if "public" in audiences else 0
    results = answers(engine, audiences, "praktijk")

    assert results.total == visible
    assert results.facets["theme"] == ({"shared": 3} if visible else {})
    assert answers(engine, audiences, SECRET).total == 0
    assert answers(engine, audiences, "", facets={"theme": (SECRET,)}).total == 0
    assert answers(engine, audiences, "", kinds=(hidden.kind,)).total == 0


@pytest.mark.parametrize("audiences", STRANGERS)
def test_stranger_gets_no_correction_towards_it(engine, hidden, audiences):
    assert answers(engine, audiences, SECRET[:-1]).correction is None


@pytest.mark.parametrize("audiences", STRANGERS)
def test_stranger_finds_nothing_like_it_and_it_is_like_nothing(engine, hidden, audiences):
    assert engine.similar(hidden.id, audiences=audiences) == []
    for id in engine.versions():
        assert hidden.id not in engine.similar(id, audiences=audiences, limit=50)


def test_insider_sees_all_of_it(engine, hidden):
    insider = ("hidden",)

    assert ids(answers(engine, insider, SECRET)) == [hidden.id]
    assert answers(engine, insider, SECRET[:-1]).correction == SECRET
    assert answers(engine, insider, "").facets["theme"] == {"shared": 1, SECRET: 1}
    assert engine.suggest(SECRET[:5], audiences=insider)[0].text == SECRET


def test_one_shared_audience_is_enough(engine):
    entry = EntryFactory(audiences=("circle-1", "circle-2"))
    put(engine, entry)

    assert ids(engine.search(SearchQuery(audiences=("public", "circle-2")))) == [entry.id]


def test_hiding_takes_effect_with_the_next_question(engine):
    entry = EntryFactory(title="Walvis")
    put(engine, entry)

    put(engine, EntryFactory(id=entry.id, title="Walvis", audiences=("hidden",)), version=2)

    assert engine.search(SearchQuery(text="walvis")).total == 0
