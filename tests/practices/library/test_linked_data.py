import json
import re

import pytest

from tests.practices.practice_factories import municipality_page, published_practice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_index(search_index):
    """Only what is sent through the outbox can be found."""


def linked_data(client, practice):
    body = client.get(practice.url).content.decode()
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL)
    return json.loads(text)


def test_practice_tells_other_sites_what_it_is_and_where(client, time_machine):
    time_machine.move_to("2026-03-01 12:00 +0100")
    tilburg = municipality_page("Tilburg", cbs_code="GM0855")
    practice = published_practice(tilburg, title="Voetbal", source_title="Een rapport", source_author="A. Auteur")

    data = linked_data(client, practice)

    theme, approach = practice.themes.get(), practice.approaches.get()
    assert data == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Voetbal",
        "description": "Drie clubs maken een plan.",
        "url": practice.full_url,
        "inLanguage": "nl",
        "keywords": [theme.name, approach.name],
        "datePublished": "2026-03-01",
        "dateModified": "2026-03-01",
        "spatialCoverage": {
            "@type": "AdministrativeArea",
            "name": "Tilburg",
            "sameAs": "https://identifier.overheid.nl/tooi/id/gemeente/gm0855",
        },
        "citation": "A. Auteur, Een rapport",
    }


def test_nothing_breaks_out_of_the_data(client):
    title = "</script><script>alert(1)</script> & <!-- \u2028"

    assert linked_data(client, published_practice(title=title, slug="x"))["headline"] == title
