"""Terms can be found by their name, meaning and synonyms, and search keeps step with every change of them."""

import pytest

from practices.taxonomy.loading import load_terms
from practices.taxonomy.merging import merge_terms
from practices.taxonomy.models import Term, Theme
from search.engines import get_engine
from search.outbox.checking import compare
from search.query import SearchQuery
from tests.practices.term_factories import ApproachFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_index(search_index):
    """Only what is sent through the outbox can be found."""


@pytest.fixture
def sport(saved):
    with saved():
        return ThemeFactory(name="Sport", definition="Bewegen bij een club.", synonyms=["voetbal"])


def found(text):
    return [hit.id for hit in get_engine().search(SearchQuery(text=text, kinds=("term",))).hits]


def id_of(term):
    return f"taxonomy.term:{term.pk}"


def nothing_differs():
    comparison = compare()
    return (comparison.differing, comparison.waiting) == ([], 0)


@pytest.mark.parametrize("text", ["sport", "bewegen", "voetbal"])
def test_term_is_found_by_name_meaning_and_synonym(sport, text):
    (hit,) = get_engine().search(SearchQuery(text=text, kinds=("term",))).hits

    assert (hit.id, hit.url, hit.kind) == (id_of(sport), "/themas/sport/", "term")


def test_terms_of_all_kinds_have_ids_of_their_own(sport, saved):
    with saved():
        approach = ApproachFactory(name="Sport op school")

    assert sorted(found("sport")) == sorted([id_of(sport), id_of(approach)])


def test_renamed_term_is_found_by_its_new_name_only(sport, saved):
    with saved():
        sport.name, sport.definition = "Bewegen", ""
        sport.save()

    assert [found("sport"), found("bewegen"), nothing_differs()] == [[], [id_of(sport)], True]


def test_merged_term_leaves_its_words_to_the_other(sport, saved):
    with saved():
        spel = ThemeFactory(name="Spel", parent=ThemeFactory(name="Vrije tijd"))
    with saved():
        merge_terms(source=sport, target=spel)

    assert [found(text) for text in ("sport", "voetbal", "bewegen")] == [[id_of(spel)], [id_of(spel)], []]
    assert nothing_differs()


@pytest.mark.parametrize("model", [Term, Theme])
def test_deleted_term_is_gone(sport, saved, model):
    with saved():
        model.objects.get(pk=sport.pk).delete()

    assert [found("sport"), nothing_differs()] == [[], True]


def test_deleted_terms_are_gone_when_a_list_of_them_is_deleted(sport, saved):
    with saved():
        Term.objects.all().delete()

    assert [found("sport"), nothing_differs()] == [[], True]


def test_words_of_the_project_are_findable_once_loaded(saved):
    with saved():
        added = load_terms()

    assert (nothing_differs(), compare().entries) == (True, added)


def test_empty_definition_that_loading_fills_is_findable(saved):
    with saved():
        load_terms()
        term = Term.objects.exclude(definition="").first()
        Term.objects.filter(pk=term.pk).update(definition="")
    with saved():
        load_terms()

    assert nothing_differs()
    assert id_of(term) in found(term.definition)
