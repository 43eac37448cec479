"""People search for places too; a name is never taken for a typing mistake."""

import pytest

from practices.municipalities.loading import load_register
from tests.practices.practice_factories import municipality_page, plant_site, published_practice

pytestmark = pytest.mark.django_db


@pytest.fixture
def register():
    load_register()


def place(client, text):
    return client.get("/praktijken/", {"q": text}).context["page"].place


@pytest.mark.parametrize(
    ("text", "name"),
    [("Breda", "Breda"), ("den bosch", "'s-Hertogenbosch"), ("Weesp", "Amsterdam"), ("Menaldumadeel", "Waadhoeke")],
)
def test_name_of_a_municipality_leads_to_its_page(client, register, text, name):
    assert place(client, text).municipality.name == name


def test_name_of_a_split_municipality_asks_which(client, register):
    names = [choice.name for choice in place(client, "Haaren").choices]

    assert names == ["Boxtel", "Oisterwijk", "Tilburg", "Vught"]


@pytest.mark.parametrize("text", ["voetbalclub racisme", "vrouwen in Tilburg", "", "x" * 300, "Bre"])
def test_question_about_a_subject_names_no_place(client, register, text):
    assert not place(client, text)


def test_name_is_no_typing_mistake(client, saved):
    with saved():
        municipality_page("Breda")
        published_practice(title="Brede school")

    page = client.get("/praktijken/?q=breda").context["page"]
    mistyped = client.get("/praktijken/?q=bredi").context["page"]

    assert (page.results.correction, page.results.total, page.place.municipality.name) == (None, 0, "Breda")
    assert mistyped.results.correction is not None


def test_old_address_of_a_municipality_leads_to_the_present_one(client, register):
    plant_site()

    response = client.get("/gemeenten/weesp/")

    assert response.url == "/gemeenten/amsterdam/"
