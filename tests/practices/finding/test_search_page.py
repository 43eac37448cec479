"""Search and browse on one page, whose address holds the whole question."""

import pytest

from practices.municipalities.choices import Province
from tests.contract.test_hostile_questions import HOSTILE
from tests.practices.practice_factories import municipality_page, published_practice
from tests.practices.term_factories import ApproachFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(saved, time_machine):
    """Two practices about sport, of Tilburg and Venray, the later a day younger; then one about work, of Venray."""
    tilburg = municipality_page("Tilburg", province=Province.NOORD_BRABANT)
    venray = municipality_page("Venray", province=Province.LIMBURG)
    sport, work, talks = ThemeFactory(name="Sport"), ThemeFactory(name="Werk"), ApproachFactory(name="Gesprek")
    with saved():
        time_machine.move_to("2026-03-01 12:00 +0100")
        published_practice(tilburg, title="Voetbal in Tilburg", themes=[sport], approaches=[talks], phase="uitvoeren")
        time_machine.move_to("2026-03-02 12:00 +0100")
        published_practice(venray, title="Korfbal in Venray", themes=[sport], approaches=[talks], phase="borgen")
        time_machine.move_to("2026-03-03 12:00 +0100")
        published_practice(venray, title="Stages in Venray", themes=[work], approaches=[talks])


def ask(client, question=""):
    return client.get(f"/praktijken/{question}").context["page"]


def titles(page):
    return sorted(item.thing.title for item in page.found)


def counts(page, name):
    shown = next((facet for facet in page.facets if facet.name == name), None)
    return {value.value: value.count for value in shown.values} if shown else {}


def test_without_a_question_all_practices_are_shown_newest_first(client, three):
    assert [item.thing.title for item in ask(client).found] == [
        "Stages in Venray",
        "Korfbal in Venray",
        "Voetbal in Tilburg",
    ]


def test_words_are_found_and_marked(client, three):
    found = ask(client, "?q=voetbal").found[0]

    assert found.title == "<mark>Voetbal</mark> in Tilburg"


def test_words_that_were_found_are_escaped(client, saved):
    with saved():
        published_practice(title="Voetbal <b>samen</b> & meer")

    body = client.get("/praktijken/?q=voetbal").content.decode()

    assert "<mark>Voetbal</mark> &lt;b&gt;samen&lt;/b&gt; &amp; meer" in body
    assert "<b>samen" not in body


def test_values_of_one_facet_widen_and_facets_narrow(client, three):
    assert titles(ask(client, "?thema=sport")) == ["Korfbal in Venray", "Voetbal in Tilburg"]
    assert len(titles(ask(client, "?thema=sport&thema=werk"))) == 3
    assert titles(ask(client, "?thema=sport&provincie=limburg")) == ["Korfbal in Venray"]
    assert titles(ask(client, "?thema=werk&provincie=noord-brabant")) == []


def test_counts_beside_values_tell_what_choosing_them_gives(client, three):
    page = ask(client, "?thema=sport")

    assert counts(page, "theme") == {"sport": 2, "werk": 1}
    assert counts(page, "province") == {"limburg": 1, "noord-brabant": 1}
    assert counts(page, "phase") == {"uitvoeren": 1, "borgen": 1}


def test_chosen_value_stays_in_sight_when_it_gives_nothing(client, three):
    page = ask(client, "?thema=werk&provincie=noord-brabant")

    assert counts(page, "theme") == {"sport": 1, "werk": 0}
    assert page.empty["links"][0][1] == "/praktijken/"


def test_facets_of_choices_open_when_one_of_them_is_chosen(client, three):
    is_open = {facet.name: facet.is_open for facet in ask(client).facets}
    chosen = {facet.name: facet.is_open for facet in ask(client, "?grootte=50-100").facets}

    assert (is_open["theme"], is_open["size"], chosen["size"]) == (True, False, True)


def test_chosen_values_are_taken_away_one_by_one(client, three):
    chips = ask(client, "?q=bal&thema=sport&thema=werk&provincie=limburg&sorteer=nieuwste").chips

    assert [(chip.label, chip.url) for chip in chips] == [
        ("Thema: Sport", "/praktijken/?q=bal&thema=werk&provincie=limburg&sorteer=nieuwste"),
        ("Thema: Werk", "/praktijken/?q=bal&thema=sport&provincie=limburg&sorteer=nieuwste"),
        ("Provincie: Limburg", "/praktijken/?q=bal&thema=sport&thema=werk&sorteer=nieuwste"),
    ]


def test_address_holds_the_whole_question(client, three):
    question = "?q=venray&thema=sport&provincie=limburg&sorteer=volledigste"

    page = ask(client, question)

    assert str(page.address) == f"/praktijken/{question}"
    assert page.clear_url == "/praktijken/?q=venray&sorteer=volledigste"


def test_page_links_keep_the_question(client, saved):
    sport = ThemeFactory(name="Sport")
    with saved():
        for number in range(41):
            published_practice(title=f"Voetbal {number}", themes=[sport])

    first, last = ask(client, "?thema=sport"), ask(client, "?thema=sport&pagina=9999")

    assert [len(first.found), len(last.found)] == [20, 1]
    assert first.pages == [(1, "/praktijken/?thema=sport")] + [
        (number, f"/praktijken/?thema=sport&pagina={number}") for number in (2, 3)
    ]
    assert last.notices == ["Zo veel pagina’s zijn er niet. U ziet de laatste: pagina 3."]


def test_page_in_the_middle_leads_back_and_on_and_has_its_number_in_the_title(client, saved):
    with saved():
        for number in range(41):
            published_practice(title=f"Voetbal {number}")

    body = client.get("/praktijken/?q=voetbal&pagina=2").content.decode()

    assert '<a class="lk-pagination__link" href="/praktijken/?q=voetbal" rel="prev">Vorige</a>' in body
    assert '<a class="lk-pagination__link" href="/praktijken/?q=voetbal&amp;pagina=3" rel="next">Volgende</a>' in body
    assert "<title>voetbal: Praktijken, pagina 2" in body


def test_most_complete_comes_first_when_asked(client, saved, time_machine):
    with saved():
        time_machine.move_to("2026-03-01 12:00 +0100")
        published_practice(title="Vol", contact_email="a@b.example", phase="uitvoeren", start_year=2020)
        time_machine.move_to("2026-03-02 12:00 +0100")
        published_practice(title="Leeg")

    order = {sort: [item.thing.title for item in ask(client, f"?sorteer={sort}").found] for sort in ("", "volledigste")}

    assert order == {"": ["Leeg", "Vol"], "volledigste": ["Vol", "Leeg"]}


NO_WORDS = "In uw vraag staan geen woorden waarop wij kunnen zoeken. U ziet daarom alle resultaten."
WRONG = {
    "?thema=zweven": "Wij kennen een van uw filters bij ‘Thema’ niet. Wij zochten zonder dat filter.",
    "?pagina=0": "Dit paginanummer bestaat niet. U ziet de eerste pagina.",
    "?pagina=-1": "Dit paginanummer bestaat niet. U ziet de eerste pagina.",
    "?pagina=twee": "Dit paginanummer bestaat niet. U ziet de eerste pagina.",
    "?pagina=99999999999999999999": "Dit paginanummer bestaat niet. U ziet de eerste pagina.",
    "?pagina=9999": "Zo veel pagina’s zijn er niet. U ziet de laatste: pagina 1.",
    "?sorteer=kleur": "Op deze manier kunnen wij niet sorteren. U ziet eerst wat het best past.",
    "?q=%25": NO_WORDS,
    "?q=de": NO_WORDS,
    "?q=" + "x" * 201: "Uw vraag is erg lang. Wij zochten met de eerste 200 tekens.",
}


@pytest.mark.parametrize("question", WRONG)
def test_what_we_do_not_understand_is_left_out_and_named(client, three, question):
    page = ask(client, question)

    assert page.notices == [WRONG[question]]
    if not question.startswith("?q=x"):
        assert len(page.found) == 3


def test_unknown_value_does_not_spoil_the_known_one(client, three):
    page = ask(client, "?thema=zweven&thema=werk&thema=")

    assert titles(page) == ["Stages in Venray"]
    assert str(page.address) == "/praktijken/?thema=werk"


@pytest.mark.parametrize("parameter", ["q", "thema", "jaar", "sorteer", "pagina", "provincie"])
def test_hostile_text_is_answered_everywhere(client, three, parameter):
    for text in HOSTILE:
        value = text.encode("utf-8", "surrogatepass")
        assert client.get("/praktijken/", {parameter: value}).status_code == 200, text
        assert (
            client.get("/praktijken/", {"q": "voetbal", parameter: value}, headers={"hx-request": "true"}).status_code
            == 200
        )
    assert client.get("/praktijken/?q=%00voet%00bal&thema=%00&pagina=%00&sorteer=%ff").status_code == 200


def test_hostile_text_gets_no_suggestions_and_no_error(client, three):
    for text in HOSTILE:
        response = client.get("/praktijken/suggesties/", {"q": text.encode("utf-8", "surrogatepass")})
        assert (response.status_code, list(response.json())) == (200, ["suggestions"]), text


def test_suggestions_lead_to_a_practice_or_to_a_question(client, three):
    suggestions = client.get("/praktijken/suggesties/?q=voet").json()["suggestions"]

    assert {item["url"] for item in suggestions} >= {"/gemeenten/tilburg/voetbal-in-tilburg/"}
    assert all(item["url"].startswith("/") for item in suggestions)
    assert client.get("/praktijken/suggesties/").json() == {"suggestions": []}


def test_htmx_gets_the_results_only(client, three):
    body = client.get("/praktijken/?q=voetbal", headers={"hx-request": "true"}).content.decode()

    assert "<html" not in body
    assert "Voetbal</mark> in Tilburg" in body


@pytest.mark.parametrize("address", ["/praktijken/", "/praktijken/suggesties/"])
def test_search_is_a_plain_question_that_changes_nothing(client, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("voetbal", ""),
        ("voetbal theater", "Niets hiervan heeft alles wat u typte. Wel een deel ervan, of andere woorden ervoor."),
        (
            "korfbal gesprek",
            "1 hiervan heeft alles wat u typte. Daaronder staat wat een deel ervan heeft, of andere woorden ervoor.",
        ),
        (
            "sport gesprek",
            "2 hiervan hebben alles wat u typte. Daaronder staat wat een deel ervan heeft, of andere woorden ervoor.",
        ),
    ],
)
def test_page_says_how_much_has_all_that_was_typed(client, three, question, line):
    assert ask(client, f"?q={question}").loosened_line == line


def test_keyword_says_why_something_was_found(client, saved):
    with saved():
        published_practice(title="Korfbal", themes=[ThemeFactory(name="Zeilen")])

    body = client.get("/praktijken/?q=zeilen").content.decode()

    assert 'Gevonden op: <span lang="nl"><mark>Zeilen</mark></span>' in body


def test_heading_and_title_hold_the_word_that_was_meant(client, three):
    body = client.get("/praktijken/?q=voetbla").content.decode()

    assert "Resultaten voor voetbal</h1>" in body
    assert "<title>voetbal: Praktijken" in body


@pytest.mark.parametrize(
    ("question", "advice"),
    [
        ("?q=zweefvliegen", "Kijk of het woord goed is gespeld, of probeer een algemener woord."),
        ("?q=zweefvliegen+parachute", "Probeer minder woorden, of een algemener woord."),
        ("?thema=werk&provincie=noord-brabant", "Kies minder filters."),
    ],
)
def test_advice_fits_what_was_asked(client, three, question, advice):
    assert ask(client, question).empty["text"] == advice


def test_nothing_to_sort_without_results(client, three):
    assert [len(ask(client, f"?q={text}").sorts) for text in ("venray", "zweefvliegen")] == [3, 0]
