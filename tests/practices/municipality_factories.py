import datetime

import factory
from factory.django import DjangoModelFactory

from practices.municipalities.choices import Province
from practices.municipalities.models import Municipality


class MunicipalityFactory(DjangoModelFactory):
    """A present municipality of 60,000 in Gelderland, without coordinates, in neither G4 nor G40."""

    class Meta:
        model = Municipality

    name = factory.Sequence(lambda number: f"Gemeente {number}")
    cbs_code = factory.Sequence(lambda number: f"GM{number + 5000}")
    slug = factory.Sequence(lambda number: f"gemeente-{number}")
    province = Province.GELDERLAND
    population = 60_000
    population_year = 2024


class EndedMunicipalityFactory(MunicipalityFactory):
    """Ended on the last day of 2018; of such a one only the name, the code and the dates are known."""

    province = ""
    population = None
    population_year = None
    valid_until = datetime.date(2018, 12, 31)


class FictionalMunicipalityFactory(MunicipalityFactory):
    cbs_code = factory.Sequence(lambda number: f"XX{number + 5000}")
    is_fictional = True
