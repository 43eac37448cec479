"""Every public page asks an exact number of queries, the same with 1 and with 30 practices on it.

Cold caches are no part of it: the addresses of the site and the points of the map are asked for once.
"""

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.images import get_image_model
from wagtail.images.models import Rendition

from practices.library.models import ContactPerson, FundingSource, KnowledgeSource, Partner
from practices.municipalities.choices import Province
from search.outbox.rebuilding import rebuild_index
from tests.practices.practice_factories import municipality_page, practice_draft, publish, story
from tests.practices.term_factories import (
    ApproachFactory,
    GroundFactory,
    PartnerKindFactory,
    RoleFactory,
    TargetGroupFactory,
    ThemeFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(240)]
MOST = 25
QUERIES = {
    "home": 13,
    "search": 6,
    "search with words and filters": 7,
    "search with htmx": 8,
    "search that finds nothing": 4,
    "search for municipalities": 6,
    "search for subjects": 4,
    "search as a feed": 6,
    "search for programs": 7,
    "suggestions": 2,
    "practice": 22,
    "practice to print": 22,
    "theme": 10,
    "group of themes": 12,
    "approach": 10,
    "target group": 10,
    "kind of partner": 10,
    "list of themes": 2,
    "list of approaches": 2,
    "list of kinds of partner": 2,
    "municipality": 14,
    "municipalities": 8,
    "look-up of a municipality": 12,
    "province": 11,
    "nothing to compare": 1,
    "one to compare": 15,
    "comparison": 10,
}


@pytest.fixture
def words():
    group = ThemeFactory(name="Meedoen")
    return {
        "themes": [ThemeFactory(name="Sport", parent=group), ThemeFactory(name="Werk", parent=group)],
        "approaches": [ApproachFactory(name="Gesprek"), ApproachFactory(name="Training")],
        "target_groups": [TargetGroupFactory(name="Jongeren")],
        "grounds": [GroundFactory(name="Herkomst")],
        "roles": [RoleFactory(name="Werkgever")],
    }


@pytest.fixture
def tilburg():
    return municipality_page("Tilburg", province=Province.NOORD_BRABANT, latitude=51.6, longitude=5.1)


@pytest.fixture
def picture(tmp_path):
    def picture(number):
        path = tmp_path / f"{number}.png"
        Image.new("RGB", (700, 700), (number, 80, 80)).save(path)
        with path.open("rb") as opened:
            return get_image_model().objects.create(title=path.name, file=ImageFile(opened, name=path.name))

    return picture


@pytest.fixture
def full_practice(tilburg, words, picture):
    """Publishes a practice with a cover picture and `rows` rows in each of its lists."""
    club = PartnerKindFactory(name="Sportclub")

    def full_practice(number, rows=1):
        draft = practice_draft(
            tilburg,
            title=f"Voetbal {number}",
            slug=f"voetbal-{number}",
            cover=picture(number),
            cover_alt="Een veld",
            phase="uitvoeren",
            evidence_level="goed-beschreven",
            reason=story("Klachten."),
            contact_email="sport@tilburg.example",
            **words,
        )
        kinds = [club, *(PartnerKindFactory(name=f"Soort {number}-{row}") for row in range(1, rows))]
        draft.partners = [Partner(name=f"Partner {row}", kind=kind) for row, kind in enumerate(kinds)]
        draft.funding_sources = [FundingSource(kind="grant", name=f"Bron {row}", amount_eur=9) for row in range(rows)]
        draft.knowledge_sources = [KnowledgeSource(title=f"Kennis {row}") for row in range(rows)]
        draft.contacts = [ContactPerson(name=f"Persoon {row}") for row in range(rows)]
        draft.save()
        return publish(draft)

    return full_practice


ADDRESSES = {
    "home": "/",
    "search": "/praktijken/",
    "search with words and filters": "/praktijken/?q=voetbal&thema=sport&provincie=noord-brabant",
    "search with htmx": "/praktijken/?q=voetbal",
    "search that finds nothing": "/praktijken/?q=zwerfkei",
    "search for municipalities": "/praktijken/?q=tilburg&soort=gemeente",
    "search for subjects": "/praktijken/?q=sport&soort=onderwerp",
    "search as a feed": "/praktijken/atom/?q=voetbal",
    "search for programs": "/praktijken/json/?q=voetbal",
    "suggestions": "/praktijken/suggesties/?q=voet",
    "practice": "/gemeenten/tilburg/voetbal-0/",
    "practice to print": "/gemeenten/tilburg/voetbal-0/?print",
    "theme": "/themas/sport/",
    "group of themes": "/themas/meedoen/",
    "approach": "/aanpakken/gesprek/",
    "target group": "/doelgroepen/jongeren/",
    "kind of partner": "/partners/sportclub/",
    "list of themes": "/themas/",
    "list of approaches": "/aanpakken/",
    "list of kinds of partner": "/partners/",
    "municipality": "/gemeenten/tilburg/",
    "municipalities": "/gemeenten/",
    "look-up of a municipality": "/gemeenten/?q=til",
    "province": "/provincies/noord-brabant/",
    "nothing to compare": "/vergelijken/",
}


def queries_of(client, name, address):
    headers = {"hx-request": "true"} if name.endswith("htmx") else {}
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address, headers=headers)
    assert response.status_code == 200, address
    return len(captured)


def all_counts(client, practices):
    """Queries by page; each page was asked for once before."""
    keys = [practice.pk for practice in practices]
    addresses = {
        **ADDRESSES,
        "one to compare": f"/vergelijken/?p={keys[0]}",
        "comparison": "/vergelijken/?" + "&".join(f"p={key}" for key in keys[-4:]),
    }
    for address in addresses.values():
        client.get(address)
    made = Rendition.objects.count()
    counts = {name: queries_of(client, name, address) for name, address in addresses.items()}
    assert Rendition.objects.count() == made
    return counts


def test_every_page_asks_the_same_with_1_and_with_30_practices(client, own_data, full_practice):
    practices = [full_practice(number) for number in range(2)]
    rebuild_index()
    with_few = all_counts(client, practices)

    practices += [full_practice(number, rows=4) for number in range(2, 30)]
    publish_rows(practices[0])
    rebuild_index()
    with_many = all_counts(client, practices)

    assert with_few == with_many == QUERIES
    assert max(QUERIES.values()) <= MOST


def publish_rows(practice):
    """Gives the practice whose page is counted many rows too."""
    kinds = [practice.partners.first().kind, *(PartnerKindFactory(name=f"Nieuw {row}") for row in range(8))]
    practice.partners = [Partner(name=f"Erbij {kind}", kind=kind) for kind in kinds]
    practice.contacts = [ContactPerson(name=f"Erbij {row}") for row in range(9)]
    publish(practice, partners=practice.partners.all(), contacts=practice.contacts.all())


def test_pictures_of_cards_are_made_when_a_practice_is_published(client, own_data, full_practice):
    full_practice(1)
    made = sorted(Rendition.objects.values_list("filter_spec", flat=True))

    for address in ("/", "/praktijken/", "/gemeenten/tilburg/voetbal-1/", "/themas/sport/"):
        client.get(address)

    assert made == ["fill-320x320", "fill-640x640"]
    assert sorted(Rendition.objects.values_list("filter_spec", flat=True)) == made
