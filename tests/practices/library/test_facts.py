"""What a practice knows about itself: evidence, money, period, theory of change and how complete it is."""

from datetime import date

import pytest
from django.utils.translation import override

from practices.library.completeness import PARTS, completeness_of
from practices.library.glance import means, period
from practices.library.models import FundingSource, PracticePage
from practices.library.sections import sections_of
from practices.taxonomy.choices import CostBand, EvidenceLevel
from tests.practices.practice_factories import practice_draft, story

pytestmark = pytest.mark.django_db


def practice(**fields):
    return PracticePage(**{"title": "Voetbal", "path": "", **fields})


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.mark.parametrize(
    ("today", "has_lapsed", "level"),
    [
        ("2026-06-29", False, EvidenceLevel.WELL_FOUNDED),
        ("2026-06-30", False, EvidenceLevel.WELL_FOUNDED),
        ("2026-07-01", True, None),
    ],
)
def test_evidence_lapses_by_itself_after_its_last_day(time_machine, today, has_lapsed, level):
    recognised = practice(evidence_level="goed-onderbouwd", evidence_expires_on=date(2026, 6, 30))

    time_machine.move_to(f"{today} 12:00 +0200")

    assert (recognised.evidence_has_lapsed, recognised.current_evidence_level) == (has_lapsed, level)


def test_evidence_lapses_at_midnight_in_the_netherlands(time_machine):
    recognised = practice(evidence_level="goed-onderbouwd", evidence_expires_on=date(2026, 6, 30))

    time_machine.move_to("2026-06-30 22:30 +0000")

    assert recognised.evidence_has_lapsed


def test_evidence_without_end_does_not_lapse_and_no_evidence_neither():
    assert practice(evidence_level="goed-onderbouwd").current_evidence_level == EvidenceLevel.WELL_FOUNDED
    assert not practice(evidence_expires_on=date(2000, 1, 1)).evidence_has_lapsed
    assert practice().current_evidence_level is None


@pytest.mark.parametrize(
    ("budget_eur", "band"),
    [
        (None, None),
        (0, CostBand.UP_TO_5),
        (25_000, CostBand.UP_TO_25),
        (25_001, CostBand.UP_TO_100),
        (1e6, CostBand.OVER_100),
    ],
)
def test_cost_band_follows_from_the_budget(budget_eur, band):
    assert practice(budget_eur=budget_eur).cost_band == band


@pytest.mark.parametrize(
    ("amounts", "share"),
    [
        ([], None),
        ([("grant", None)], None),
        ([("grant", 100)], 0),
        ([("grant", 75), ("municipality", 20), ("fund", 5)], 0.25),
        ([("municipality", 10)], 1),
        ([("grant", 50), ("municipality", None), ("other", 50)], 0.5),
    ],
)
def test_cofinancing_is_the_share_that_no_grant_pays(amounts, share):
    funded = practice()
    funded.funding_sources = [FundingSource(kind=kind, name=kind, amount_eur=amount) for kind, amount in amounts]

    assert funded.cofinancing_share == share


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"start_year": 2020}, "from 2020"),
        ({"start_year": 2020, "start_month": 9}, "from September 2020"),
        ({"end_year": 2022}, "until 2022"),
        ({"start_year": 2020, "start_month": 9, "end_year": 2022}, "September 2020 to 2022"),
        ({"start_year": 2020, "end_year": 2020}, "2020"),
        ({"start_month": 9}, ""),
    ],
)
def test_period_is_told_in_words(fields, words):
    assert period(practice(**fields)) == words


def test_means_are_told_in_one_line():
    assert means(practice(budget_eur=45_000, hours_per_week=None)) == "€ 45,000"
    assert means(practice()) == ""


def test_theory_has_the_stages_that_hold_lines():
    steps = practice(theory_input="Geld\n\n- Tijd ", theory_long_term="Thuis voelen").theory_steps

    assert [(step.stage, step.lines) for step in steps] == [
        ("input", ["Geld", "Tijd"]),
        ("long_term", ["Thuis voelen"]),
    ]


def test_theory_without_lines_has_no_stages():
    assert practice(theory_input="\n - \n").theory_steps == []


def test_completeness_of_the_least_one_can_submit(db):
    least = practice_draft()

    percent, missing = completeness_of(least)

    weight = {str(part.label): part.weight for part in PARTS}
    assert percent == 100 * 10 // sum(weight.values()) == 8
    assert least.completeness.most_useful == ["a contact person", "what worked", "what did not work"]
    assert len(missing) == len(PARTS) - 1


def test_completeness_grows_with_what_colleagues_ask_for_first(db):
    practice = practice_draft(contact_email="sport@tilburg.example", course=story("Goed."))

    assert practice.completeness.percent == 100 * (10 + 9 + 7) // sum(part.weight for part in PARTS)
    assert practice.completeness.most_useful == ["what worked", "what did not work", "what it yielded"]


def test_every_part_of_completeness_can_be_reached():
    assert all(hasattr(PracticePage, name) for part in PARTS for name in part.is_filled.__closure__[0].cell_contents)


def test_page_has_the_sections_that_hold_something(db):
    practice = practice_draft(own_experience="<p>Ja.</p>", theory_input="Geld")

    assert [section.anchor for section in sections_of(practice)][:3] == ["aanpak", "veranderingstheorie", "bewijs"]
    assert len(sections_of(practice)) == 3
