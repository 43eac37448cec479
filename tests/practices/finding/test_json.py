"""Any search for programs, as docs/search-api.md describes it."""

import re

import pytest
from django.conf import settings

from practices.municipalities.choices import Province
from tests.contract.test_hostile_questions import HOSTILE
from tests.practices.practice_factories import municipality_page, published_practice, story
from tests.practices.term_factories import ApproachFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(saved, time_machine):
    time_machine.move_to("2026-03-01 12:00 +0100", tick=False)
    tilburg = municipality_page("Tilburg", province=Province.NOORD_BRABANT)
    with saved():
        return published_practice(
            tilburg,
            title="Sport & spel",
            slug="sport",
            summary="Drie clubs.",
            reason=story("Klachten &lt;over&gt; voetbal."),
            themes=[ThemeFactory(name="Sport")],
            approaches=[ApproachFactory(name="Gesprek")],
        )


def ask(client, question=""):
    response = client.get(f"/praktijken/json/{question}")
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    return response.json()


def test_hit_tells_what_it_is_in_plain_text(client, one):
    (hit,) = ask(client, "?q=voetbal")["hits"]

    section, section_url = hit.pop("section"), hit.pop("section_url")
    assert hit == {
        "id": f"library.practicepage:{one.pk}",
        "kind": "practice",
        "label": "praktijk",
        "url": "http://testserver/gemeenten/tilburg/sport/",
        "title": "Sport & spel",
        "summary": "Drie clubs.",
        "excerpt": "Klachten <over> voetbal.",
        "municipality": "Tilburg",
        "published": "2026-03-01T11:00:00Z",
        "updated": "2026-03-01T11:00:00Z",
    }
    assert section
    assert section_url.startswith("http://testserver/gemeenten/tilburg/sport/#")


def test_answer_counts_what_the_page_counts(client, one):
    answer = ask(client, "?q=sport&thema=sport")

    assert {name: answer[name] for name in ("question", "kind", "total", "page", "pages", "page_size")} == {
        "question": "sport", "kind": "practice", "total": 1, "page": 1, "pages": 1, "page_size": 20,
    }  # fmt: skip
    assert [(kind["name"], kind["count"]) for kind in answer["kinds"]] == [
        ("practice", 1), ("municipality", 0), ("term", 0),
    ]  # fmt: skip
    assert answer["facets"][0] == {
        "parameter": "thema",
        "label": "Thema",
        "values": [{"value": "sport", "label": "Sport", "count": 1, "is_chosen": True}],
    }


def test_other_kinds_are_told_the_same_way(client, one, saved):
    with saved():
        municipality_page("Breda")

    (hit,) = ask(client, "?q=breda&soort=gemeente")["hits"]

    assert (hit["title"], hit["url"], hit["label"]) == ("Breda", "http://testserver/gemeenten/breda/", "gemeente")
    assert (hit["published"], hit["municipality"], hit["section"]) == (None, None, None)


def test_pages_lead_to_each_other_and_to_the_page_for_people(client, saved):
    with saved():
        for number in range(41):
            published_practice(title=f"Voetbal {number}")

    first, middle, last = (ask(client, f"?q=voetbal&pagina={number}")["links"] for number in (1, 2, 3))

    base = "http://testserver/praktijken/json/?q=voetbal"
    assert middle == {
        "self": f"{base}&pagina=2",
        "next": f"{base}&pagina=3",
        "previous": base,
        "page": "http://testserver/praktijken/?q=voetbal&pagina=2",
    }
    assert (first["previous"], last["next"]) == (None, None)


def test_program_gets_the_same_notices_as_a_person(client, one):
    question = "?thema=zweven&pagina=99&sorteer=kleur&soort=draak"

    notices = ask(client, question)["notices"]

    assert notices == client.get(f"/praktijken/{question}").context["page"].notices
    assert len(notices) == 4


@pytest.mark.parametrize("parameter", ["q", "thema", "soort", "sorteer", "pagina"])
def test_hostile_text_is_answered(client, one, parameter):
    for hostile in HOSTILE:
        response = client.get("/praktijken/json/", {parameter: hostile.encode("utf-8", "surrogatepass")})
        assert (response.status_code, "hits" in response.json()) == (200, True), hostile


def test_document_names_every_field(client, one):
    answer = ask(client, "?q=sport")
    fields = {*answer, *answer["links"], *answer["kinds"][0], *answer["facets"][0], *answer["hits"][0]}
    fields |= {*answer["facets"][0]["values"][0]}

    document = (settings.BASE_DIR / "docs" / "search-api.md").read_text()

    assert fields <= set(re.findall(r"`(\w+)`", document))
