"""What people ask is counted once a question, and what editors pinned to it stands on top."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from practices.municipalities.search_source import note_municipalities
from practices.taxonomy.search_source import note_terms
from search.entry import entry_id
from search.registry import current_entries, current_entry
from search.wording.models import AskedText, PinnedAnswer, SynonymRule
from search.wording.pins import question_key
from tests.practices.practice_factories import municipality_page, published_practice
from tests.practices.term_factories import ThemeFactory
from tests.search.fixtures import editors_synonyms  # noqa: F401 - a fixture for the tests here

pytestmark = pytest.mark.django_db
PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"


def ask(client, question, referer="", agent=PERSON, **headers):
    if referer:
        referer = f"http://testserver/praktijken/{referer}"
    headers = {"user-agent": agent, "referer": referer, **headers}
    return client.get(f"/praktijken/{question}", headers=headers)


def asked():
    today = AskedText.objects.filter(day=timezone.localdate(), clicked=0)
    return {row.text: (row.asked, row.empty) for row in today}


@pytest.fixture
def football(saved):
    with saved():
        return published_practice(municipality_page("Tilburg"), title="Voetbal in de wijk")


def test_question_is_counted_with_whether_it_had_results(client, football):
    ask(client, "?q=Voetbal")
    ask(client, "?q=zweefvliegen")
    ask(client, "?q=zweefvliegen", **{"hx-request": "true"})
    ask(client, "")

    assert asked() == {"voetbal": (1, 0), "zweefvliegen": (2, 2)}


def test_place_or_another_tab_is_an_answer_too(client, saved, football):
    with saved():
        note_terms([ThemeFactory(name="Zweven")])
        note_municipalities([football.municipality_id])
    ask(client, "?q=zweven")
    ask(client, "?q=tilburg")

    assert asked() == {"zweven": (1, 0), "tilburg": (1, 0)}


@pytest.mark.parametrize(
    ("referer", "question", "counts"),
    [
        ("?q=muziek", "?q=voetbal", True),
        ("", "?q=voetbal", True),
        ("?thema=sport", "?q=voetbal&thema=sport&sorteer=", True),
        ("?q=voetbal", "?q=voetbal&fase=borgen", False),
        ("?q=Voetbal", "?q=voetbal&soort=gemeente", False),
        ("?q=voetbal", "?q=voetbal&sorteer=nieuwste", False),
        ("?q=voetbal&fase=borgen", "?q=voetbal", False),
        ("?q=voetbal", "?q=voetbal&pagina=2", False),
        ("?q=muziek", "?q=voetbal&pagina=2", False),
        ("", "?q=voetbal&fase=borgen", False),
    ],
)
def test_looking_further_is_no_new_question(client, football, referer, question, counts):
    ask(client, question, referer)

    assert asked() == ({"voetbal": (1, 0)} if counts else {})


@pytest.mark.parametrize(
    "headers",
    [{"agent": "Mozilla/5.0 (compatible; bingbot/2.0)"}, {"agent": ""}, {"sec-purpose": "prefetch"}],
)
def test_machines_are_not_counted(client, football, headers):
    ask(client, "?q=voetbal", **headers)

    assert asked() == {}


@pytest.mark.parametrize("path", ["atom/?q=voetbal", "json/?q=voetbal", "suggesties/?q=voetbal"])
def test_feeds_programs_and_typing_are_not_counted(client, football, path):
    assert ask(client, path).status_code == 200

    assert asked() == {}


def pin(question, thing, **fields):
    id = thing if isinstance(thing, str) else entry_id(thing)
    PinnedAnswer.objects.create(question=question, key=question_key(question), entry_id=id, **fields)


def recommended(client, question):
    return [item.facts.title for item in client.get(f"/praktijken/{question}").context["page"].recommended]


@pytest.fixture
def pinned(football):
    """A practice, a municipality and a theme, pinned to one question in this order."""
    theme = ThemeFactory(name="Zweven")
    for order, thing in enumerate([football, football.municipality, f"taxonomy.term:{theme.pk}"]):
        pin("racisme op het veld", thing, sort_order=order)
    return football


def test_pinned_answers_stand_above_the_results(client, pinned):
    body = client.get("/praktijken/?q=veld+racisme").content.decode()

    assert recommended(client, "?q=veld+%26+racisme") == ["Voetbal in de wijk", "Tilburg", "Zweven"]
    assert f'<a href="{pinned.get_absolute_url()}" lang="nl">Voetbal in de wijk</a>' in body
    assert 'id="aanbevolen"' in body


def test_pinned_answer_is_no_contradiction_when_nothing_else_is_found(client, football):
    pin("zweefvliegen", football)

    body = client.get("/praktijken/?q=zweefvliegen").content.decode()
    answer = client.get("/praktijken/json/?q=zweefvliegen").json()

    assert ('id="aanbevolen"' in body, "lk-empty" in body) == (True, False)
    assert answer["hits"] == []
    assert answer["recommended"] == [
        {
            "id": f"library.practicepage:{football.pk}",
            "label": "praktijk",
            "url": f"http://testserver{football.get_absolute_url()}",
            "title": "Voetbal in de wijk",
        }
    ]


@pytest.mark.parametrize(
    "question", ["", "?q=veld", "?q=veld+racisme&fase=borgen", "?q=veld+racisme+muziek", "?q=veld+en"]
)
def test_other_questions_recommend_nothing(client, pinned, question):
    assert recommended(client, question) == []
    assert 'id="aanbevolen"' not in client.get(f"/praktijken/{question}").content.decode()


def test_pinned_answer_that_was_hidden_is_never_shown(client, pinned, saved):
    pin("racisme op het veld", "library.practicepage:999999")
    pin("racisme op het veld", "elsewhere.thing:1")

    pinned.unpublish()

    assert recommended(client, "?q=racisme+veld") == ["Tilburg", "Zweven"]


def test_first_three_that_readers_may_see_are_shown(client, pinned):
    pin("racisme op het veld", "library.practicepage:999999")
    for number in range(2):
        pin("racisme op het veld", f"taxonomy.term:{ThemeFactory(name=f'Later {number}').pk}", sort_order=9)

    assert recommended(client, "?q=racisme+veld") == ["Voetbal in de wijk", "Tilburg", "Zweven"]


@pytest.mark.parametrize("number", [1, 3])
def test_pinned_practices_cost_the_same_queries_however_many(client, saved, number, django_assert_num_queries):
    theme, place = ThemeFactory(name="Sport"), municipality_page("Tilburg")
    with saved():
        for each in range(number):
            pin("veld", published_practice(place, title=f"Praktijk {each}", themes=[theme]))
    client.get("/praktijken/?q=voetbal")
    with CaptureQueriesContext(connection) as without_pins:
        client.get("/praktijken/?q=zweefvliegen")

    with django_assert_num_queries(len(without_pins) + 3):
        client.get("/praktijken/?q=veld")


@pytest.mark.usefixtures("editors_synonyms")
def test_search_page_asks_one_query_for_synonyms_one_for_pins_and_one_to_count(
    client, football, django_assert_num_queries
):
    SynonymRule.objects.create(words="bal", others="voetbal")
    client.get("/praktijken/")

    with django_assert_num_queries(9):
        response = ask(client, "?q=bal")

    assert [item.facts.title for item in response.context["page"].found] == ["Voetbal in de wijk"]


def test_many_entries_are_read_as_one_by_one(football, django_assert_num_queries):
    theme = football.themes.get()
    ids = [entry_id(football), entry_id(football.municipality), f"taxonomy.term:{theme.pk}", "taxonomy.term:0", "x"]

    entries = current_entries(ids)

    assert entries == {id: current_entry(id) for id in ids[:3]}
