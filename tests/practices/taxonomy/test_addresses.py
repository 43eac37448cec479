import pytest
from django.urls import reverse

from practices.taxonomy.merging import merge_terms
from tests.practices.term_factories import ApproachFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_each_kind_has_its_own_dutch_address():
    assert ThemeFactory(name="Sport").get_absolute_url() == "/themas/sport/"
    assert ApproachFactory(name="Sport").get_absolute_url() == "/aanpakken/sport/"


def test_term_knows_the_list_it_stands_in():
    assert ApproachFactory().list_url == "/aanpakken/"


def test_kind_can_be_written_as_its_path():
    assert reverse("taxonomy:list", args=["gronden"]) == reverse("taxonomy:list", args=["ground"]) == "/gronden/"


def test_address_shows_its_term(client):
    theme = ThemeFactory(name="Sport")

    assert client.get("/themas/sport/").context["term"] == theme


def test_address_of_a_merged_term_leads_to_the_other_for_good(client):
    source, target = ThemeFactory(name="Voetbal"), ThemeFactory(name="Sport")
    merge_terms(source=source, target=target)

    response = client.get("/themas/voetbal/")

    assert (response.status_code, response.url) == (301, "/themas/sport/")


@pytest.mark.parametrize("address", ["/themas/onbekend/", "/aanpakken/sport/", "/kleuren/sport/"])
def test_unknown_address_is_not_found(client, address):
    ThemeFactory(name="Sport")

    assert client.get(address).status_code == 404
