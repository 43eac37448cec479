"""A practice that is hidden shows in nothing that search gives: no hit, number, tab, suggestion or feed."""

import pytest
from wagtail.models import PageViewRestriction

from practices.library.models import PracticePage
from practices.municipalities.choices import Province
from tests.practices.practice_factories import municipality_page, practice_draft, publish, published_practice, story
from tests.practices.term_factories import ApproachFactory, ThemeFactory

pytestmark = pytest.mark.django_db

SECRET = "geheimwoord"
# With the word itself, with a filter, with nothing, with a typing mistake in it.
QUESTIONS = [f"?q={SECRET}", "?thema=sport", "", f"?q={SECRET[:-1]}", "?q=voetbal", "?q=voetbal&sorteer=nieuwste"]


@pytest.fixture
def tags():
    return {"themes": [ThemeFactory(name="Sport")], "approaches": [ApproachFactory(name="Gesprek")]}


@pytest.fixture
def public(tags, saved):
    tilburg = municipality_page("Tilburg", province=Province.NOORD_BRABANT)
    with saved():
        return published_practice(tilburg, title="Voetbal voor iedereen", phase="uitvoeren", **tags)


def secret_draft(parent, tags, slug):
    words = {"title": f"Voetbal {SECRET}", "summary": f"Over {SECRET}."}
    words |= dict.fromkeys(("content", "reason"), story(SECRET))
    return practice_draft(parent, slug=slug, phase="uitvoeren", start_year=2021, **words, **tags)


@pytest.fixture
def hidden(public, tags, saved):
    """A draft, one that was taken down, a private one, and one in a closed municipality."""
    tilburg, closed = public.get_parent(), municipality_page("Venray", province=Province.LIMBURG)
    with saved():
        secret_draft(tilburg, tags, "concept")
        taken_down, private, _below = (
            publish(secret_draft(parent, tags, slug))
            for parent, slug in ((tilburg, "offline"), (tilburg, "besloten"), (closed, "eronder"))
        )
    with saved():
        taken_down.unpublish()
        for page in (private, closed):
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def everything(client, question):
    """All that search says about a question, without the question itself."""
    asked = [client.get(f"/praktijken/{view}{question}") for view in ("", "atom/", "json/")]
    typed = question.partition("q=")[2].partition("&")[0] or "voet"
    asked += [client.get("/praktijken/suggesties/", {"q": text}) for text in (typed, SECRET[:4], "voet")]
    return "\n".join(response.content.decode() for response in asked)


def told(body):
    """What is told of a practice that is hidden. JSON has it without marks, whatever was asked."""
    parts = (f"Voetbal {SECRET}", f"Over {SECRET}", "/offline/", "/besloten/", "/eronder/")
    return [part for part in parts if part in body]


def figures(client, question):
    answer = client.get(f"/praktijken/json/{question}").json()
    page = client.get(f"/praktijken/{question}").context["page"]
    counts = [value["count"] for facet in answer["facets"] for value in facet["values"]]
    tabs = {tab.name: tab.count for tab in page.tabs}
    return answer["total"], page.results.total, tabs.get("practice"), set(counts)


def test_secret_shows_when_it_is_public(client, public, tags, saved):
    with saved():
        publish(secret_draft(public.get_parent(), tags, "offline"))

    assert figures(client, f"?q={SECRET}") == (1, 1, 1, {1})
    for question in QUESTIONS:
        assert told(everything(client, question)) == [f"Voetbal {SECRET}", f"Over {SECRET}", "/offline/"], question


@pytest.mark.parametrize("question", QUESTIONS)
def test_hidden_practices_are_told_nowhere(client, hidden, question):
    body = everything(client, question)

    assert told(body) == []
    if SECRET[:-1] not in question:  # pages repeat what was asked
        assert SECRET not in body


def test_hidden_practices_count_nowhere(client, hidden):
    assert figures(client, f"?q={SECRET}") == (0, 0, 0, set())
    assert figures(client, "?q=voetbal") == (1, 1, 1, {1})
    assert figures(client, "?thema=sport") == (1, 1, None, {1})


def test_mistyped_secret_is_not_corrected(client, hidden):
    assert client.get(f"/praktijken/json/?q={SECRET[:-1]}").json()["correction"] is None


@pytest.mark.parametrize("question", QUESTIONS)
def test_index_that_lags_tells_no_word_of_what_is_hidden_now(client, public, tags, saved, question):
    with saved():
        shown = publish(secret_draft(public.get_parent(), tags, "offline"))
    assert told(everything(client, question))

    PracticePage.objects.filter(pk=shown.pk).update(live=False)

    assert told(everything(client, question)) == []
