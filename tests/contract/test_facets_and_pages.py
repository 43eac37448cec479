"""Facets, sorting and pages, in every engine."""

import pytest

from search.query import SearchQuery, Sort
from tests.contract.engines import ids, put
from tests.search.factories import EntryFactory


@pytest.fixture
def four(engine):
    """a: sport, b: sport and work, c: work, d: nothing; a and c are small."""
    facets = {
        "a": {"theme": ("sport",), "size": ("small",)},
        "b": {"theme": ("sport", "work"), "size": ("large",)},
        "c": {"theme": ("work",), "size": ("small",)},
        "d": {},
    }
    put(engine, *[EntryFactory(id=f"tests.thing:{name}", facets=values) for name, values in facets.items()])


def found(engine, **facets):
    query = SearchQuery(facets=facets, facet_names=("theme", "size"))
    results = engine.search(query)
    return "".join(sorted(id[-1] for id in ids(results))), results.facets


@pytest.mark.usefixtures("four")
def test_nothing_chosen_counts_everything(engine):
    assert found(engine) == ("abcd", {"theme": {"sport": 2, "work": 2}, "size": {"small": 2, "large": 1}})


@pytest.mark.usefixtures("four")
def test_counts_of_a_facet_ignore_its_own_choice(engine):
    assert found(engine, theme=("sport",)) == (
        "ab",
        {"theme": {"sport": 2, "work": 2}, "size": {"small": 1, "large": 1}},
    )


@pytest.mark.usefixtures("four")
def test_values_of_one_facet_widen(engine):
    assert found(engine, theme=("sport", "work"))[0] == "abc"


@pytest.mark.usefixtures("four")
def test_several_facets_narrow(engine):
    assert found(engine, theme=("sport",), size=("small",)) == (
        "a",
        {"theme": {"sport": 1, "work": 1}, "size": {"small": 1, "large": 1}},
    )


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize("facets", [{"theme": ("nope",)}, {"nope": ("sport",)}, {"the.me": ("x",)}, {"": ("x",)}])
def test_unknown_facet_or_value_finds_nothing(engine, facets):
    assert engine.search(SearchQuery(facets=facets)).total == 0


def test_all_values_are_counted(engine):
    put(engine, *[EntryFactory(facets={"municipality": (f"gm{n}",)}) for n in range(400)])

    results = engine.search(SearchQuery(facet_names=("municipality",)))

    assert len(results.facets["municipality"]) == 400


def test_entry_counts_once_for_each_of_its_values_however_many_and_in_whatever_order(engine):
    years = [str(year) for year in range(2010, 2022)]
    put(engine, EntryFactory(facets={"theme": years}), EntryFactory(facets={"theme": ("2021", "2010", "2021")}))

    assert found(engine)[1]["theme"] == {year: 2 if year in {"2010", "2021"} else 1 for year in years}


def test_kinds_are_counted_whatever_kind_is_asked(engine):
    put(engine, EntryFactory(), EntryFactory(), EntryFactory(kind="handbook"))

    results = engine.search(SearchQuery(kinds=("handbook",), facet_names=("kind",)))

    assert (results.total, results.facets) == (1, {"kind": {"practice": 2, "handbook": 1}})


def test_sorts(engine):
    old_and_complete = EntryFactory(completeness=90, body="walvis")
    new_and_empty = EntryFactory(completeness=10, body="walvis walvis")
    put(engine, old_and_complete, new_and_empty)

    assert ids(engine.search(SearchQuery(text="walvis", sort=Sort.NEWEST)))[0] == new_and_empty.id
    assert ids(engine.search(SearchQuery(text="walvis", sort=Sort.COMPLETE)))[0] == old_and_complete.id


@pytest.mark.parametrize("sort", Sort.values)
@pytest.mark.parametrize("text", ["", "praktijk", "praktijk nummer", "praktijk zeldzaam"])
def test_pages_join_without_doubles_or_gaps(engine, sort, text):
    entries = EntryFactory.build_batch(47, published_at=None, title="Praktijk nummer")
    put(engine, *entries[:20])
    put(engine, *entries[20:], EntryFactory(id="tests.thing:rare", title="Praktijk zeldzaam"))

    pages = [engine.search(SearchQuery(text=text, sort=sort, page=page)) for page in (1, 2, 3)]

    assert len({id for page in pages for id in ids(page)}) == pages[0].total
    assert [len(page.hits) for page in pages] == [20, 20, pages[0].total - 40]


def test_order_of_equals_outlives_a_rebuild(engine):
    entries = EntryFactory.build_batch(30, published_at=None, title="Praktijk")
    put(engine, *entries)
    before = [ids(engine.search(SearchQuery(text=text))) for text in ("", "praktijk")]

    engine.rebuild(list(reversed(entries)), version=5)

    assert [ids(engine.search(SearchQuery(text=text))) for text in ("", "praktijk")] == before


@pytest.mark.parametrize("page", [2, 9999, 10**30, 0, -5])
def test_page_that_does_not_exist_gives_one_that_does(engine, page):
    put(engine, *EntryFactory.build_batch(3))

    results = engine.search(SearchQuery(page=page))

    assert (results.page, results.pages, results.total, len(results.hits)) == (1, 1, 3, 3)


def test_page_object_speaks_to_templates(engine):
    put(engine, *EntryFactory.build_batch(45))

    page = engine.search(SearchQuery(page=2)).page_obj

    assert (page.number, page.paginator.num_pages, page.has_next(), page.previous_page_number()) == (2, 3, True, 1)
