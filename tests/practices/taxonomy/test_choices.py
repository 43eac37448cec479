import pytest

from practices.taxonomy.choices import CostBand, EvidenceLevel, Phase


@pytest.mark.parametrize(
    ("budget_eur", "band"),
    [
        (None, None),
        (0, "0-5"),
        (5_000, "0-5"),
        (5_001, "5-25"),
        (25_000, "5-25"),
        (25_000.5, "25-100"),
        (100_000, "25-100"),
        (100_001, "100+"),
    ],
)
def test_budget_falls_in_the_band_whose_upper_limit_it_does_not_pass(budget_eur, band):
    assert CostBand.of(budget_eur) == band


def test_evidence_levels_are_the_five_rungs_of_the_ladder():
    rungs = {level.value: level.rung for level in EvidenceLevel}

    assert rungs == {
        "goed-beschreven": 1,
        "goed-onderbouwd": 2,
        "eerste-aanwijzingen": 3,
        "goede-aanwijzingen": 4,
        "sterke-aanwijzingen": 5,
    }


def test_phases_stand_in_the_order_in_which_a_practice_goes_through_them():
    assert Phase.values == ["verkennen", "voorbereiden", "uitvoeren", "borgen", "gestopt"]
