import datetime

import pytest
from django.utils import translation

from practices.municipalities.likeness import CRITERIA, distance_km, look_alikes, population_band
from practices.municipalities.models import Municipality
from tests.practices.municipality_factories import (
    EndedMunicipalityFactory,
    FictionalMunicipalityFactory,
    MunicipalityFactory,
)

TILBURG = {"latitude": 51.56, "longitude": 5.09}
NEARBY = {"latitude": 51.56, "longitude": 5.27}
MAASTRICHT = {"latitude": 50.85, "longitude": 5.69}


@pytest.mark.parametrize(
    ("population", "band"),
    [
        (1_000, (1_000, 1_000)),
        (13_154, (11_000, 16_000)),
        (50_000, (40_000, 60_000)),
        (229_836, (180_000, 280_000)),
        (931_298, (750_000, 1_100_000)),
    ],
)
def test_a_band_reaches_a_fifth_down_and_up_in_round_numbers(population, band):
    assert population_band(population) == band


@pytest.mark.django_db
def test_likeness_is_explained_in_words():
    own = MunicipalityFactory(population=50_000, province="limburg", is_g40=True, **TILBURG)
    twin = MunicipalityFactory(population=60_000, province="limburg", is_g40=True, **NEARBY)

    with translation.override("en"):
        (likeness,) = look_alikes(own)

    assert likeness.municipality == twin
    assert [likeness.points, likeness.out_of] == [5, 5]
    assert likeness.reasons == [
        "also 40,000-60,000 inhabitants",
        "same size group",
        "also G40",
        "also Limburg",
        "12 km away",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        ({"population": 100_000}, []),
        ({"population": 61_000}, ["same size group"]),
        ({"population": 41_000}, ["also 40,000-60,000 inhabitants"]),
        ({"is_g40": True}, ["also G40"]),
        ({"is_g4": True}, []),
        ({"province": "limburg"}, ["also Limburg"]),
        ({**MAASTRICHT}, []),
        ({**NEARBY}, ["12 km away"]),
        ({**TILBURG}, ["1 km away"]),
        ({"population": None, "population_year": None}, []),
    ],
)
def test_each_criterion_counts_by_itself(facts, reasons):
    own = MunicipalityFactory(population=50_000, province="limburg", is_g40=True, **TILBURG)
    MunicipalityFactory(**{"population": 200_000, "province": "utrecht", **facts})

    with translation.override("en"):
        found = look_alikes(own)

    assert [likeness.reasons for likeness in found] == ([reasons] if reasons else [])


@pytest.mark.django_db
def test_a_criterion_that_says_nothing_about_a_municipality_does_not_count():
    own = MunicipalityFactory(latitude=None, is_g40=False)
    MunicipalityFactory()

    (likeness,) = look_alikes(own)

    assert [likeness.points, likeness.out_of] == [3, 3]


@pytest.mark.django_db
def test_the_most_alike_come_first_and_ties_are_always_in_the_same_order():
    own = MunicipalityFactory(population=60_000, **TILBURG)
    far = MunicipalityFactory(population=61_000, **MAASTRICHT, cbs_code="GM0009")
    second = MunicipalityFactory(population=62_000, cbs_code="GM0002")
    first = MunicipalityFactory(population=62_000, cbs_code="GM0001")
    near = MunicipalityFactory(population=70_000, **NEARBY)

    assert [likeness.municipality for likeness in look_alikes(own)] == [near, far, first, second]
    assert [likeness.municipality for likeness in look_alikes(own, count=2)] == [near, far]


@pytest.mark.django_db
def test_fiction_is_never_like_a_real_municipality():
    own = MunicipalityFactory()
    invented = FictionalMunicipalityFactory()
    other = FictionalMunicipalityFactory()

    assert look_alikes(own) == []
    assert [likeness.municipality for likeness in look_alikes(invented)] == [other]


@pytest.mark.django_db
def test_a_municipality_that_ended_is_like_none_and_none_is_like_it():
    own = MunicipalityFactory()
    ended = EndedMunicipalityFactory()
    MunicipalityFactory(valid_until=datetime.date(2018, 12, 31))

    assert [look_alikes(ended), look_alikes(own)] == [[], []]


def test_the_whole_register_takes_one_query(register, django_assert_num_queries):
    tilburg = Municipality.objects.get(slug="tilburg")

    with django_assert_num_queries(1):
        found = look_alikes(tilburg)

    assert [likeness.municipality.name for likeness in found] == [
        "Breda",
        "Eindhoven",
        "'s-Hertogenbosch",
        "Almere",
        "Groningen",
    ]


@pytest.mark.django_db
def test_later_work_can_add_a_criterion():
    own, other = MunicipalityFactory(population=1_000), MunicipalityFactory(population=90_000, name="Zuid")

    def starts_with_z(_own, other):
        return "ook een Z" if other.name.startswith("Z") else ""

    (likeness,) = look_alikes(own, criteria=(*CRITERIA, starts_with_z))

    assert [likeness.municipality, likeness.points, likeness.reasons[-1]] == [other, 2, "ook een Z"]


def test_distance_is_measured_over_the_globe():
    # Amsterdam to Maastricht is about 177 km between these two points.
    amsterdam = MunicipalityFactory.build(latitude=52.3731, longitude=4.8925)
    maastricht = MunicipalityFactory.build(latitude=50.8514, longitude=5.6910)

    assert round(distance_km(amsterdam, maastricht)) == 178
    assert distance_km(amsterdam, MunicipalityFactory.build()) is None
