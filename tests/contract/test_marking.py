"""Excerpts and marked titles, in every engine."""

import pytest

from search.entry import Section
from search.query import SearchQuery
from tests.contract.engines import put
from tests.search.factories import EntryFactory


def first_hit(engine, text):
    return engine.search(SearchQuery(text=text)).hits[0]


def test_exactly_the_words_that_match_are_marked(engine):
    put(engine, EntryFactory(title="Plannen van de planeet", body="Een plan. Planmatig. Projectplannen!"))

    hit = first_hit(engine, "plan")

    assert hit.title_marked == "<mark>Plannen</mark> van de planeet"
    assert hit.excerpt == "Een <mark>plan</mark>. Planmatig. <mark>Projectplannen</mark>!"


def test_text_is_escaped_before_it_is_marked(engine):
    put(engine, EntryFactory(title="<b>Voetbal</b> & meer", body="<script>alert('voetbal')</script> <mark>"))

    hit = first_hit(engine, "voetbal")

    assert hit.title_marked == "&lt;b&gt;<mark>Voetbal</mark>&lt;/b&gt; &amp; meer"
    assert hit.excerpt == ("&lt;script&gt;alert(&#x27;<mark>voetbal</mark>&#x27;)&lt;/script&gt; &lt;mark&gt;")


def test_excerpt_is_the_part_with_most_of_the_words(engine):
    body = "voetbal " + "lorem ipsum " * 60 + "waar racisme en voetbal samen staan " + "dolor " * 100
    put(engine, EntryFactory(body=body))

    excerpt = first_hit(engine, "voetbal racisme").excerpt

    assert "<mark>racisme</mark> en <mark>voetbal</mark> samen staan" in excerpt
    assert excerpt.startswith("… ")
    assert excerpt.endswith(" …")
    assert len(excerpt) < 400


def test_excerpt_without_a_match_in_the_body_is_the_summary(engine):
    put(engine, EntryFactory(title="Voetbal", summary="Kort & goed", body="Lang verhaal"))

    assert first_hit(engine, "voetbal").excerpt == "Kort &amp; goed"


def test_keywords_that_match_are_told_when_nothing_else_shows_why_it_was_found(engine):
    put(engine, EntryFactory(title="Clubs", summary="Een overzicht.", keywords=("Sport", "Voetbal", "In het voetbal")))

    (hit,) = engine.search(SearchQuery(text="voetbal")).hits

    assert hit.keywords == ("<mark>Voetbal</mark>", "In het <mark>voetbal</mark>")


@pytest.mark.parametrize("text", ["", "clubs", "overzicht"])
def test_keywords_are_not_told_when_something_else_shows_it(engine, text):
    put(engine, EntryFactory(title="Clubs", summary="Een overzicht van clubs.", keywords=("Overzicht", "Clubs")))

    (hit,) = engine.search(SearchQuery(text=text)).hits

    assert hit.keywords == ()


def test_excerpt_without_summary_is_the_beginning_of_the_body(engine):
    put(engine, EntryFactory(title="Voetbal", body="woord " * 100))

    excerpt = first_hit(engine, "voetbal").excerpt

    assert excerpt.startswith("woord woord")
    assert excerpt.endswith("woord …")


def test_word_within_another_word_is_no_place_to_quote(engine):
    body = "Een planeet en een aeroplan of zo. " + "lorem ipsum " * 60 + "Dit is het plan voor de wijk."
    put(engine, EntryFactory(body=body))

    assert first_hit(engine, "plan").excerpt.endswith("Dit is het <mark>plan</mark> voor de wijk.")


def in_sections(*parts):
    """The body and sections of an entry, each part with its title before it: "Aanpak: drie gesprekken"."""
    body, sections = "", []
    for part in parts:
        title, _colon, words = part.partition(": ")
        sections.append(Section(len(body), title, title.lower()))
        body += f"{words}\n"
    return {"body": body.rstrip(), "sections": tuple(sections)}


def place_of(hit):
    return hit.section, hit.anchor, hit.section_url


def test_excerpt_says_in_which_section_it_stands_and_leads_there(engine):
    put(engine, EntryFactory(url="/p/", **in_sections("Aanpak: drie gesprekken", "Geld: de provincie betaalt")))

    assert place_of(first_hit(engine, "gesprek")) == ("Aanpak", "aanpak", "/p/#aanpak")
    assert place_of(first_hit(engine, "provincie")) == ("Geld", "geld", "/p/#geld")


def test_excerpt_comes_from_the_section_with_most_of_the_words(engine):
    sections = in_sections("Aanpak: voetbal en nog voetbal", "Geld: niets", "Lessen: praat over racisme bij voetbal")
    put(engine, EntryFactory(**sections))

    hit = first_hit(engine, "voetbal racisme")

    assert (hit.section, hit.excerpt) == ("Lessen", "praat over <mark>racisme</mark> bij <mark>voetbal</mark>")


def test_excerpt_does_not_run_over_the_border_of_its_section(engine):
    put(engine, EntryFactory(**in_sections("Aanpak: over racisme", "Verloop: het ging om voetbal", "Geld: geen geld")))

    hit = first_hit(engine, "voetbal racisme geld")

    assert (hit.section, hit.excerpt) == ("Aanpak", "over <mark>racisme</mark>")


def test_excerpt_of_a_long_section_says_where_it_was_cut(engine):
    long = "lorem ipsum " * 60
    sections = in_sections(f"Aanpak: {long}", f"Verloop: {long} voetbal {long}", f"Geld: {long}voetbal")
    put(engine, EntryFactory(**sections))

    hit = first_hit(engine, "voetbal")

    assert hit.section == "Verloop"
    assert hit.excerpt.startswith("… ")
    assert hit.excerpt.endswith(" …")
    assert 240 < len(hit.excerpt) < 320


def test_excerpt_at_the_end_of_a_section_is_as_long_as_any(engine):
    long = "lorem ipsum " * 60
    put(engine, EntryFactory(**in_sections(f"Aanpak: {long}voetbal", f"Geld: {long}")))

    excerpt = first_hit(engine, "voetbal").excerpt

    assert excerpt.startswith("… ")
    assert excerpt.endswith("ipsum <mark>voetbal</mark>")
    assert 240 < len(excerpt) < 320


def test_excerpt_that_is_not_of_the_body_stands_in_no_section(engine):
    put(engine, EntryFactory(url="/p/", title="Voetbal", summary="Kort", **in_sections("Aanpak: drie gesprekken")))

    assert place_of(first_hit(engine, "voetbal")) == ("", "", "/p/")


def test_excerpt_before_the_first_section_stands_in_none(engine):
    put(engine, EntryFactory(url="/p/", body="over voetbal\nover geld", sections=(Section(13, "Geld", "geld"),)))

    hit = first_hit(engine, "voetbal")

    assert (hit.excerpt, *place_of(hit)) == ("over <mark>voetbal</mark>", "", "", "/p/")
