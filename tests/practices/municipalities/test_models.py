import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from practices.municipalities.choices import SizeGroup
from practices.municipalities.models import Municipality, Spelling
from tests.practices.municipality_factories import (
    EndedMunicipalityFactory,
    FictionalMunicipalityFactory,
    MunicipalityFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("population", "group"),
    [
        (None, None),
        (0, SizeGroup.UP_TO_20),
        (19_999, SizeGroup.UP_TO_20),
        (20_000, SizeGroup.FROM_20),
        (50_000, SizeGroup.FROM_50),
        (100_000, SizeGroup.FROM_100),
        (249_999, SizeGroup.FROM_100),
        (250_000, SizeGroup.FROM_250),
    ],
)
def test_the_upper_bound_belongs_to_the_next_size_group(population, group):
    assert SizeGroup.of(population) == group


def test_each_size_group_holds_the_municipalities_of_that_size():
    for population in (19_999, 20_000, 49_999, 50_000, 100_000, 250_000):
        MunicipalityFactory(population=population)
    EndedMunicipalityFactory()

    found = {group.value: [m.population for m in Municipality.objects.of_size(group.value)] for group in SizeGroup}

    assert found == {
        "0-20": [19_999],
        "20-50": [20_000, 49_999],
        "50-100": [50_000],
        "100-250": [100_000],
        "250+": [250_000],
    }


def test_a_real_municipality_has_an_address_in_the_national_register():
    utrecht = MunicipalityFactory(cbs_code="GM0344")

    assert utrecht.tooi_uri == "https://identifier.overheid.nl/tooi/id/gemeente/gm0344"
    assert FictionalMunicipalityFactory().tooi_uri is None


def test_a_municipality_exists_from_its_first_day_up_to_its_last(time_machine):
    old = MunicipalityFactory(name="Oud", valid_until=datetime.date(2026, 12, 31))
    new = MunicipalityFactory(name="Nieuw", valid_from=datetime.date(2027, 1, 1))

    time_machine.move_to(datetime.datetime(2026, 12, 31, 12, tzinfo=datetime.UTC))
    assert [old.is_current, new.is_current, list(Municipality.objects.current())] == [True, False, [old]]

    time_machine.move_to(datetime.datetime(2027, 1, 1, 12, tzinfo=datetime.UTC))
    assert [old.is_current, new.is_current, list(Municipality.objects.current())] == [False, True, [new]]
    assert list(Municipality.objects.current(day=datetime.date(2026, 6, 1))) == [old]


def test_municipalities_stand_in_the_order_of_their_letters():
    names = ["Zwolle", "'s-Gravenhage", "het Bildt", "Ermelo"]
    for name in names:
        MunicipalityFactory(name=name)

    assert [str(municipality) for municipality in Municipality.objects.all()] == [
        "Ermelo",
        "het Bildt",
        "'s-Gravenhage",
        "Zwolle",
    ]


def test_a_renamed_municipality_is_found_by_its_new_name():
    municipality = MunicipalityFactory(name="Oud")

    municipality.name = "Nieuw"
    municipality.save()

    assert list(Municipality.objects.named("nieuw")) == [municipality]
    assert list(Municipality.objects.named("oud")) == []


def test_real_municipalities_can_be_told_from_made_up_ones():
    tilburg = MunicipalityFactory(province="noord-brabant")
    FictionalMunicipalityFactory(province="noord-brabant")

    assert list(Municipality.objects.real().in_province("noord-brabant")) == [tilburg]


@pytest.mark.parametrize(
    "facts",
    [
        {"cbs_code": "XX0001"},
        {"is_fictional": True},
        {"province": "holland"},
        {"province": ""},
        {"population_year": None},
        {"latitude": 52.0},
        {"latitude": 48.85, "longitude": 2.35},
        {"is_g4": True, "is_g40": True},
        {"valid_from": datetime.date(2020, 1, 2), "valid_until": datetime.date(2020, 1, 1)},
        {"name": "Tilburg"},
        {"slug": "tilburg"},
    ],
)
def test_the_database_refuses_what_cannot_be_true(facts):
    MunicipalityFactory(name="Tilburg", slug="tilburg", cbs_code="GM0855")

    with pytest.raises(IntegrityError), transaction.atomic():
        MunicipalityFactory(**facts)

    assert Municipality.objects.count() == 1


def test_a_form_says_in_words_which_rule_is_broken():
    municipality = MunicipalityFactory.build(is_g4=True, is_g40=True, latitude=1.0, longitude=1.0)

    with pytest.raises(ValidationError) as refusal:
        municipality.full_clean()

    assert len(refusal.value.messages) == 2
    assert not any("municipality_" in message for message in refusal.value.messages)


def test_a_spelling_stands_once_with_a_municipality_and_may_be_shared():
    north, south = MunicipalityFactory(), MunicipalityFactory()
    for municipality in (north, south):
        Spelling.objects.create(municipality=municipality, text="Bergen")

    with pytest.raises(IntegrityError), transaction.atomic():
        Spelling.objects.create(municipality=north, text="bergen")

    assert list(Municipality.objects.named("BERGEN").order_by("pk")) == [north, south]
