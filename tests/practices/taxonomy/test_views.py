import re

import pytest
from django.utils.html import strip_tags

from practices.taxonomy import usage
from practices.taxonomy.choices import TermKind
from practices.taxonomy.merging import merge_terms
from tests.practices.taxonomy.tagged.models import Note
from tests.practices.term_factories import GroundFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def public_notes(monkeypatch):
    monkeypatch.setattr(usage, "_registered", [])
    usage.register_usage(used_by=lambda: Note.objects.filter(is_public=True), paths={TermKind.THEME: "themes"})


def note(*themes, is_public=True):
    note = Note(title="Notitie", is_public=is_public)
    note.themes.set(themes)
    note.save()


def links(response):
    """The addresses of terms that the page links to, in order."""
    return re.findall(r'href="(/(?:themas|gronden)/[^"]+/)"', response.content.decode())


def text(response):
    main = response.content.decode().split("<main", 1)[1].split("</main>")[0]
    return " ".join(strip_tags(f"<main{main}").split())


def test_themes_are_listed_below_their_groups(client):
    group = ThemeFactory(name="Gelijke kansen", sort_order=2)
    ThemeFactory(name="Onderwijs", parent=group)
    ThemeFactory(name="Antidiscriminatie", sort_order=1)

    response = client.get("/themas/")

    assert links(response) == ["/themas/antidiscriminatie/", "/themas/gelijke-kansen/", "/themas/onderwijs/"]


def test_list_tells_what_a_term_means_and_how_often_a_visitor_finds_it(client):
    theme = ThemeFactory(name="Sport", definition="Samen bewegen.")
    note(theme)
    note(theme, is_public=False)

    page = text(client.get("/themas/"))

    assert "Samen bewegen." in page
    assert re.findall(r"\d+ praktijk(?:en)?", page) == ["1 praktijk"]


def test_merged_terms_and_other_kinds_stay_out_of_the_list(client):
    target = GroundFactory(name="Leeftijd")
    merge_terms(source=GroundFactory(name="Ouderdom"), target=target)
    ThemeFactory(name="Sport")

    assert links(client.get("/gronden/")) == ["/gronden/leeftijd/"]


def test_list_without_terms_says_so(client):
    page = text(client.get("/gronden/"))

    assert "Er zijn nog geen trefwoorden van deze soort." in page


def test_definition_from_an_editor_is_shown_as_text(client):
    GroundFactory(name="<b>Leeftijd</b>", definition="<script>alert(1)</script>")

    page = client.get("/gronden/").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page


def test_list_only_answers_to_reading(client):
    assert client.post("/gronden/").status_code == 405


@pytest.mark.parametrize("number", [1, 30])
def test_list_of_any_length_asks_one_query(client, django_assert_num_queries, number):
    group = ThemeFactory()
    for _ in range(number):
        note(ThemeFactory(parent=group))

    with django_assert_num_queries(1):
        client.get("/themas/")
