"""The counts of the search page compared with counting by hand, over chance practices and questions."""

from random import Random

import pytest

from practices.finding.facets import FACETS
from practices.library.models import PracticePage
from practices.library.search_source import facets_of
from practices.municipalities.choices import Province
from practices.taxonomy.choices import CostBand, EvidenceLevel, Phase
from tests.practices.practice_factories import municipality_page, published_practice
from tests.practices.term_factories import ApproachFactory, GroundFactory, RoleFactory, TargetGroupFactory, ThemeFactory

pytestmark = pytest.mark.django_db
PARAMETERS = {facet.name: facet.parameter for facet in FACETS}


@pytest.fixture
def chance():
    return Random(344)


@pytest.fixture
def practices(chance, saved):
    """Twenty-five practices with chance words, places, phases, levels, budgets and years."""
    group = ThemeFactory(name="Meedoen")
    themes = [group, *(ThemeFactory(parent=group) for _number in range(2)), ThemeFactory()]
    words = {
        "themes": themes,
        "approaches": ApproachFactory.create_batch(3),
        "target_groups": TargetGroupFactory.create_batch(3),
        "grounds": GroundFactory.create_batch(2),
        "roles": RoleFactory.create_batch(3),
    }
    places = [municipality_page(f"Plaats {n}", province=province) for n, province in enumerate(list(Province)[:4])]
    with saved():
        for number in range(25):
            tags = {name: chance.sample(terms, chance.randint(1, 2)) for name, terms in words.items()}
            published_practice(
                chance.choice([*places, None]),
                title=f"Praktijk {number}",
                phase=chance.choice(["", *Phase.values]),
                evidence_level=chance.choice(["", *EvidenceLevel.values]),
                budget_eur=chance.choice([None, 4_000, 20_000, 90_000, 500_000]),
                start_year=chance.choice([None, 2020, 2021]),
                end_year=chance.choice([None, 2022]),
                **tags,
            )
    assert len(CostBand) == 4
    return {practice.pk: facets_of(practice) for practice in PracticePage.objects.all()}


def fits(facets, question, ignored=None):
    return all(set(facets[name]) & set(values) for name, values in question.items() if name != ignored)


def counted_by_hand(practices, question):
    return {
        name: {
            value: count
            for value in {value for facets in practices.values() for value in facets[name]}
            if (count := sum(value in facets[name] for facets in practices.values() if fits(facets, question, name)))
            or value in question.get(name, ())
        }
        for name in PARAMETERS
    }


def test_counts_are_those_of_counting_by_hand(client, practices, chance):
    values = counted_by_hand(practices, {})

    for _question in range(25):
        names = chance.sample([name for name in values if values[name]], chance.randint(0, 3))
        question = {name: chance.sample(sorted(values[name]), min(len(values[name]), 2)) for name in names}

        page = client.get("/praktijken/", {PARAMETERS[name]: question[name] for name in question}).context["page"]

        found = {pk for pk, facets in practices.items() if fits(facets, question)}
        shown = {facet.name: {value.value: value.count for value in facet.values} for facet in page.facets}
        assert page.results.total == len(found)
        assert {item.thing.pk for item in page.found} <= found
        assert shown == {name: counts for name, counts in counted_by_hand(practices, question).items() if counts}
