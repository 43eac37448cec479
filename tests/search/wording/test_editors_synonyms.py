"""A synonym that an editor keeps works at once, and a broken database costs no more than that."""

from types import SimpleNamespace

import pytest

from search.language.synonyms import synonyms, terms_of
from search.query import SearchQuery
from search.wording import rules
from search.wording.models import SynonymRule
from search.wording.rules import EditorsSynonyms
from tests.contract.engines import ids, put
from tests.search.factories import EntryFactory
from tests.search.wording.trouble import lose_table

pytestmark = pytest.mark.django_db


def others(word):
    return [" ".join(terms) for terms in synonyms().of(terms_of(word))]


@pytest.mark.usefixtures("editors_synonyms")
def test_rule_counts_from_the_next_question_until_it_goes(search_index):
    wanted = EntryFactory(title="De noot")
    put(search_index, wanted, EntryFactory())
    asked = SearchQuery(text="aap")

    before = ids(search_index.search(asked))
    rule = SynonymRule.objects.create(words="aap", others="noot")
    during = ids(search_index.search(asked))
    rule.delete()
    after = ids(search_index.search(asked))

    assert (before, during, after) == ([], [wanted.id], [])


@pytest.mark.usefixtures("editors_synonyms")
def test_sides_may_have_several_words_and_groups_of_words():
    SynonymRule.objects.create(words="meldpunt klachten, klachtenlijn", sign=">", others="adv, bureau")

    assert [others(word) for word in ("meldpunt klachten", "klachtenlijn", "bureau")] == [
        ["adv", "bureau"],
        ["adv", "bureau"],
        [],
    ]


@pytest.mark.usefixtures("editors_synonyms")
def test_editor_switches_off_a_rule_of_the_projects_own_list():
    assert others("jeugd") == ["jongere"]

    SynonymRule.objects.create(words="jongeren", sign="!", others="jeugd")

    assert (others("jeugd"), others("jongeren")) == ([], [])


@pytest.mark.usefixtures("editors_synonyms")
def test_circle_of_rules_is_no_trouble():
    SynonymRule.objects.create(words="aap", sign=">", others="noot")
    SynonymRule.objects.create(words="noot", sign=">", others="boom")
    SynonymRule.objects.create(words="boom", sign=">", others="aap")

    assert [others(word) for word in ("aap", "noot", "boom")] == [["noot"], ["boom"], ["aap"]]


@pytest.mark.usefixtures("editors_synonyms")
@pytest.mark.parametrize(("text", "queries"), [("jeugd en voetbalclubs", 1), ("", 0), ("de van het", 0)])
def test_question_with_words_costs_one_query(search_index, django_assert_num_queries, text, queries):
    put(search_index, EntryFactory(title="Jeugd bij voetbalclubs"))

    with django_assert_num_queries(queries):
        search_index.search(SearchQuery(text=text))


def test_database_is_asked_at_most_once_in_two_seconds(monkeypatch, django_assert_num_queries):
    clock = iter([100.0, 100.1, 101.9, 102.1])
    monkeypatch.setattr(rules, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    known = EditorsSynonyms()
    SynonymRule.objects.create(words="aap", others="noot")
    with django_assert_num_queries(1):
        first, second = known(), known()

    SynonymRule.objects.update(others="boom")
    third, fourth = known(), known()

    assert [table.of(("aap",)) for table in (first, second, third, fourth)] == [(("noot",),)] * 3 + [(("boom",),)]


def test_rules_are_read_anew_only_when_they_changed():
    known = EditorsSynonyms(seconds=0)
    SynonymRule.objects.create(words="aap", others="noot")

    assert known() is known()


def test_broken_database_leaves_what_was_known(caplog):
    known = EditorsSynonyms(seconds=0)
    SynonymRule.objects.create(words="aap", others="noot")
    before = known()
    lose_table(SynonymRule)

    assert known() is before
    assert EditorsSynonyms(seconds=0)().of(("jeugd",)) == (("jongere",),)
    assert {record.message.split(":")[0] for record in caplog.records} == {"The synonyms cannot be read"}
