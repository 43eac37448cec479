import datetime

import pytest
from django.db.models import Sum

from practices.municipalities.choices import Province
from practices.municipalities.loading import load_example_municipality, load_register
from practices.municipalities.map_points import map_points
from practices.municipalities.models import Municipality, Spelling
from tests.practices.municipality_factories import FictionalMunicipalityFactory


def test_the_register_holds_every_municipality_of_today_and_those_that_ended(register):
    current = Municipality.objects.current()

    assert current.count() == 342
    assert Municipality.objects.count() - current.count() == 138
    assert current.aggregate(Sum("population"))["population__sum"] == 17_942_942
    assert set(current.values_list("population_year", flat=True)) == {2024}
    assert current.filter(latitude=None).count() == 0
    assert [current.filter(is_g4=True).count(), current.filter(is_g40=True).count()] == [4, 41]
    assert {province: current.in_province(province).exists() for province in Province} == dict.fromkeys(Province, True)


def test_the_facts_of_one_municipality(register):
    venray = Municipality.objects.get(cbs_code="GM0984")

    assert [venray.name, venray.slug, venray.get_province_display(), venray.get_absolute_url()] == [
        "Venray",
        "venray",
        "Limburg",
        "/gemeenten/venray/",
    ]
    assert [venray.is_g4, venray.is_g40, venray.valid_from, venray.valid_until] == [False, False, None, None]


def test_an_ended_municipality_knows_its_last_day_and_who_took_over(register):
    haren = Municipality.objects.get(name="Haren")
    altena = Municipality.objects.get(name="Altena")

    assert haren.valid_until == datetime.date(2018, 12, 31)
    assert [municipality.name for municipality in haren.successors.all()] == ["Groningen"]
    assert altena.valid_from == datetime.date(2019, 1, 1)
    assert [municipality.name for municipality in altena.predecessors.all()] == ["Aalburg", "Werkendam", "Woudrichem"]


def test_loading_again_changes_nothing_and_asks_one_query(register, django_assert_num_queries):
    Municipality.objects.filter(slug="tilburg").update(population=250_000, population_year=2026)
    spellings = Spelling.objects.count()

    with django_assert_num_queries(1):
        added = load_register()

    assert added == 0
    assert [Municipality.objects.count(), Spelling.objects.count()] == [480, spellings]
    assert Municipality.objects.get(slug="tilburg").population == 250_000


def test_loading_brings_back_what_is_missing(register):
    Municipality.objects.get(slug="ubbergen").delete()

    assert load_register() == 1
    assert [m.name for m in Municipality.objects.get(slug="ubbergen").successors.all()] == ["Groesbeek"]


@pytest.mark.django_db
def test_the_made_up_municipality_exists_only_where_fiction_is_allowed(settings):
    settings.FICTIONAL_CONTENT_ALLOWED = False
    assert load_example_municipality() is None
    assert Municipality.objects.count() == 0

    settings.FICTIONAL_CONTENT_ALLOWED = True
    example = load_example_municipality()

    assert [example.name, example.is_fictional, load_example_municipality()] == ["Voorbeeldstad", True, example]


def test_every_municipality_of_today_has_its_place_on_the_map(register, django_assert_num_queries):
    FictionalMunicipalityFactory(latitude=52.0, longitude=5.0)

    with django_assert_num_queries(1):
        points = {slug: (latitude, longitude) for latitude, longitude, slug in map_points()}
        map_points()

    assert len(points) == 342
    assert points["vlissingen"][1] < points["utrecht"][1] < points["enschede"][1]
    assert points["groningen"][0] > points["utrecht"][0] > points["maastricht"][0]
