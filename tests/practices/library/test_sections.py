"""Where in a practice a hit stands: search and the page name the same sections."""

import pytest
from bs4 import BeautifulSoup
from django.utils import translation

from practices.library.models import KnowledgeSource, Partner
from practices.library.plain_text import words_of_html
from practices.library.search_source import entry_of
from practices.municipalities.succession import old_names
from search.engines import get_engine
from search.language.words import chunks
from search.query import SearchQuery
from tests.practices.library.test_hidden import INDICATOR, LESSON, STORY, TEXT
from tests.practices.practice_factories import municipality_page, practice_draft, publish, published_practice, story

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    """A practice with words in every field that search reads."""
    practice = practice_draft(
        municipality_page("Tilburg"),
        lessons_worked=LESSON,
        lessons_failed=LESSON,
        indicators=INDICATOR,
        own_experience="<p>Zelf gezien</p>",
        scope="neighbourhood",
        **{name: story(f"Verhaal over {name}") for name in STORY},
        **{name: f"Tekst over {name}" for name in TEXT},
    )
    practice.partners = [Partner(name="De voetbalclub", role="gastheer")]
    practice.knowledge_sources = [KnowledgeSource(title="Handreiking", note="om te lezen")]
    practice.save()
    return publish(practice)


def parts_of(entry):
    """Pairs of a section and the words in it."""
    ends = [section.start for section in entry.sections[1:]] + [None]
    return [(section, entry.body[section.start : end]) for section, end in zip(entry.sections, ends, strict=True)]


def distinct(text):
    return {chunk.group() for chunk in chunks(text)}


def test_each_section_is_an_element_of_the_page_with_that_name(client, full):
    entry, page = entry_of(full, old_names()), BeautifulSoup(client.get(full.url).content, "html.parser")

    shown = {section.anchor: page.find(id=section.anchor).get_text(strip=True) for section in entry.sections}

    assert shown == {section.anchor: section.title for section in entry.sections}
    assert len(shown) == 14


def test_words_of_a_section_stand_in_that_section_of_the_page(client, full):
    page = BeautifulSoup(client.get(full.url).content, "html.parser")

    for section, words in parts_of(entry_of(full, old_names())):
        shown = page.find(id=section.anchor).find_parent("section").get_text(" ")
        assert distinct(words) - distinct(shown) == set(), section.title


def test_every_word_belongs_to_a_section_and_the_story_comes_first(full):
    entry = entry_of(full, old_names())

    assert entry.sections[0].start == 0
    assert [section.anchor for section in entry.sections[:3]] == ["aanpak", "aanleiding", "totstandkoming"]


def test_names_of_sections_are_those_of_the_site_whatever_language_the_worker_speaks(full):
    dutch = entry_of(full, old_names())

    with translation.override("en"):
        english = entry_of(full, old_names())

    assert english.fingerprint == dutch.fingerprint
    assert english.sections[0].title == "Wat houdt het in"


def test_hit_leads_to_the_section_that_tells_it(search_index, saved):
    with saved():
        practice = published_practice(
            lessons_worked=[{"type": "lesson", "value": {"text": "Praat met ouders", "why": ""}}]
        )

    [hit] = get_engine().search(SearchQuery(text="ouders")).hits

    assert hit.section_url == f"{practice.url}#lessen"
    assert hit.excerpt == "Praat met <mark>ouders</mark>"


def test_a_word_ends_where_a_line_ends_and_goes_on_where_only_its_looks_change():
    html = "<h3>Buurt</h3><p><b>wijk</b>raad<br/>&amp; club</p><ul><li>één</li><li>twee &lt; drie</li></ul>"

    assert words_of_html(html).split() == ["Buurt", "wijkraad", "&", "club", "één", "twee", "<", "drie"]
