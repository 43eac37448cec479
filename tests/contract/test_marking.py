"""Excerpts and marked titles, in every engine."""

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


def test_excerpt_without_summary_is_the_beginning_of_the_body(engine):
    put(engine, EntryFactory(title="Voetbal", body="woord " * 100))

    excerpt = first_hit(engine, "voetbal").excerpt

    assert excerpt.startswith("woord woord")
    assert excerpt.endswith("woord …")
