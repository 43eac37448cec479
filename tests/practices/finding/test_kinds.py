"""One question, and a tab for each kind of thing that answers it."""

from datetime import date

import pytest
from django.utils.translation import gettext
from wagtail.models import PageViewRestriction

from practices.finding.kinds import Facts, ResultKind, register_kind, unregister_kind
from practices.municipalities.choices import Province
from practices.municipalities.models import Municipality
from practices.taxonomy.models import Term
from search.engines.base import EngineUnavailableError, EntryChange
from search.engines.fallback import EngineWithFallback
from search.entry import SearchEntry
from tests.practices.practice_factories import municipality_page, published_practice, story
from tests.practices.term_factories import TargetGroupFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(saved):
    """A practice in Tilburg about sport and one in Venray about work; "Tilburg" stands in the meaning of sport."""
    with saved():
        tilburg = municipality_page("Tilburg", province=Province.NOORD_BRABANT)
        venray = municipality_page("Venray", province=Province.LIMBURG, population=45_000)
        sport = ThemeFactory(name="Sport", definition="Bewegen, in Tilburg & elders.")
        published_practice(tilburg, title="Voetbal", themes=[sport])
        published_practice(venray, title="Stages", themes=[ThemeFactory(name="Werk")])


def ask(client, question):
    return client.get(f"/praktijken/{question}").context["page"]


def tabs(page):
    return [(tab.name, tab.count, tab.is_current) for tab in page.tabs]


def test_question_shows_what_each_kind_would_find(client, site):
    page = ask(client, "?q=tilburg")

    assert tabs(page) == [("practice", 1, True), ("municipality", 1, False), ("term", 1, False)]
    assert [tab.url for tab in page.tabs] == [
        "/praktijken/?q=tilburg",
        "/praktijken/?q=tilburg&soort=gemeente",
        "/praktijken/?q=tilburg&soort=onderwerp",
    ]


@pytest.mark.parametrize("question", ["", "?thema=sport", "?sorteer=nieuwste"])
def test_browsing_shows_practices_without_tabs(client, site, question):
    page = ask(client, question)

    assert (page.tabs, page.kind.name) == ([], "practice")


@pytest.mark.parametrize(
    "question",
    ["?q=tilburg", "?q=voetbal+tilburg+sport", "?q=tilburg&provincie=limburg", "?q=sport&thema=werk", "?q=tilbrug"],
)
def test_tab_leads_to_as_many_as_it_says(client, site, question):
    first = ask(client, question)

    for tab in first.tabs:
        page = ask(client, tab.url.removeprefix("/praktijken/"))
        assert (page.results.total, page.kind.name) == (tab.count, tab.name)
        assert [(other.name, other.count) for other in page.tabs] == [(t.name, t.count) for t in first.tabs]


def test_tabs_of_a_mistyped_question_lead_to_what_was_meant(client, site):
    page = ask(client, "?q=tilbrug")

    assert page.results.correction == "tilburg"
    assert [tab.url for tab in page.tabs][1] == "/praktijken/?q=tilburg&soort=gemeente"


def test_municipality_is_a_simple_row(client, site):
    response = client.get("/praktijken/?q=tilburg&soort=gemeente")

    (found,) = response.context["page"].found
    assert (found.title, found.excerpt, found.url) == ("<mark>Tilburg</mark>", "Noord-Brabant", "/gemeenten/tilburg/")
    assert (found.facts.label, found.facts.detail) == ("gemeente", "60.000 inwoners")
    assert '<a href="/gemeenten/tilburg/"><mark>Tilburg</mark></a>' in response.content.decode()


def test_term_is_a_row_with_its_meaning(client, site, saved):
    with saved():
        TargetGroupFactory(name="Sport op school")

    response = client.get("/praktijken/?q=sport&soort=onderwerp")

    sport = next(found for found in response.context["page"].found if found.facts.title == "Sport")
    assert (sport.facts.label, sport.url, sport.excerpt) == (
        "thema", "/themas/sport/", "Bewegen, in Tilburg &amp; elders.",
    )  # fmt: skip
    assert [found.facts.label for found in response.context["page"].found if found is not sport] == ["doelgroep"]


def test_municipalities_are_filtered_by_what_they_have(client, site):
    page = ask(client, "?q=tilburg+venray&soort=gemeente")

    shown = {facet.name: [(value.value, value.count) for value in facet.values] for facet in page.facets}
    assert shown == {
        "province": [("limburg", 1), ("noord-brabant", 1)],
        "size": [("20-50", 1), ("50-100", 1)],
    }
    assert [chip.url for chip in ask(client, "?q=tilburg&soort=gemeente&provincie=limburg").chips] == [
        "/praktijken/?q=tilburg&soort=gemeente"
    ]


def test_only_what_is_dated_can_be_sorted_and_followed(client, site):
    practices, towns = ask(client, "?q=tilburg"), ask(client, "?q=tilburg&soort=gemeente&sorteer=nieuwste")

    assert [bool(page.sorts) for page in (practices, towns)] == [True, False]
    assert [page.atom_url for page in (practices, towns)] == ["/praktijken/atom/?q=tilburg", ""]


def test_unknown_kind_is_left_out_and_named(client, site):
    page = ask(client, "?q=tilburg&soort=zweven")

    assert (page.kind.name, page.results.total, len(page.notices)) == ("practice", 1, 1)
    assert str(page.address) == "/praktijken/?q=tilburg"


def test_kind_without_results_leads_to_those_that_have_some(client, site):
    page = ask(client, "?q=stages&soort=gemeente")

    assert (page.found, page.empty["links"][0][1]) == ([], "/praktijken/?q=stages")


def test_tabs_and_kind_stay_when_results_are_swapped(client, site):
    body = client.get("/praktijken/?q=tilburg&soort=gemeente", headers={"hx-request": "true"}).content.decode()

    assert '<input type="hidden" name="soort" value="gemeente">' in body
    assert 'href="/praktijken/?q=tilburg&amp;soort=gemeente" aria-current="page"' in body
    assert body.count('aria-current="page"') == 1


def end_tilburg():
    Municipality.objects.filter(name="Tilburg").update(valid_until=date(2025, 12, 31))


def close_tilburg():
    tilburg = Municipality.objects.get(name="Tilburg").page
    PageViewRestriction.objects.create(page=tilburg, restriction_type=PageViewRestriction.LOGIN)


def take_tilburg_down():
    Municipality.objects.get(name="Tilburg").page.unpublish()


@pytest.mark.parametrize("hide", [end_tilburg, close_tilburg, take_tilburg_down])
def test_municipality_without_a_page_to_read_is_not_shown(client, site, hide):
    hide()

    assert ask(client, "?q=tilburg&soort=gemeente").found == []


def test_term_that_was_merged_meanwhile_is_not_shown(client, site):
    Term.objects.filter(name="Sport").update(merged_into=Term.objects.get(name="Werk"))

    assert ask(client, "?q=sport&soort=onderwerp").found == []


@pytest.fixture
def handbooks(search_index, site):
    """A room above adds a kind; to keep it short, its things are the terms of this site."""
    kind = ResultKind(
        name="handbook",
        parameter="handboek",
        label="Handboeken",
        counted=lambda total: f"{total} handboeken",
        visible=lambda: Term.objects.filter(name="Sport"),
        facts=lambda term: Facts(title=f"Handboek {term.name}", label="handboek"),
    )
    register_kind(kind)
    for term in Term.objects.filter(name__in=["Sport", "Werk"]):
        entry = SearchEntry(id=f"taxonomy.term:{term.pk}", kind="handbook", title="Handboek Tilburg", summary=term.name)
        search_index.apply([EntryChange(entry.id, 10_000, entry)])
    yield
    unregister_kind(kind)


def test_kind_of_a_room_above_gets_a_tab_rows_and_suggestions(client, handbooks):
    page = ask(client, "?q=tilburg&soort=handboek")

    assert tabs(page)[-1] == ("handbook", 2, True)
    assert [(found.title, found.excerpt) for found in page.found] == [("Handboek <mark>Tilburg</mark>", "Sport")]
    assert page.total == "2 handboeken"
    suggestions = client.get("/praktijken/suggesties/?q=handb").json()["suggestions"]
    assert suggestions == [{"text": "Handboek Sport", "url": "/themas/sport/", "kind": "handbook", "label": "handboek"}]


def test_excerpt_leads_to_its_section(client, site, saved):
    with saved():
        published_practice(title="Gesprekken", slug="gesprekken", reason=story("Klachten over de kantine."))

    response = client.get("/praktijken/?q=kantine")

    (found,) = response.context["page"].found
    assert found.section
    assert found.section_url.startswith("/praktijken/gesprekken/#")
    assert f'<a href="{found.section_url}">{found.section}</a>' in response.content.decode()


class Down:
    """An engine that does not answer."""

    def search(self, query):
        raise EngineUnavailableError("down")


def test_page_says_quietly_that_the_spare_index_answers(client, site, search_index, monkeypatch):
    line = gettext("Search is working with its spare index. What changed just now may be missing for a moment.")
    assert line not in client.get("/praktijken/?q=voetbal").content.decode()
    monkeypatch.setattr(
        "practices.finding.views.get_engine", lambda: EngineWithFallback(Down(), search_index, entries=list)
    )

    response = client.get("/praktijken/?q=voetbal")

    assert response.context["page"].results.total == 1
    assert line in response.content.decode()
    assert client.get("/praktijken/json/?q=voetbal").json()["is_fallback"] is True
