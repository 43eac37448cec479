"""The circle is data: what the drawings show, in places and sizes."""

from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.utils import translation

from practices.library.blocks import IndicatorValue
from practices.library.templatetags.charts import chart_rows, indicator_chart, money_shares
from practices.library.templatetags.circles import cover_circle, dot_row, seats, theory_dots
from practices.library.templatetags.geometry import arc_path, svg_number
from practices.library.templatetags.maps import MapDot, dot_map


class Rows(list):
    def all(self):
        return self


def practice(*, partners=0, phase=""):
    return SimpleNamespace(pk=None, partners=Rows(range(partners)), phase=phase)


def indicator(**fields):
    empty = {"baseline": None, "baseline_year": None, "target": None, "target_year": None, "measurements": []}
    return IndicatorValue(None, {"name": "Clubs met een plan", "unit": "", **empty, **fields})


def money(budget_eur, *sources):
    rows = [SimpleNamespace(name=name, get_kind_display=str, amount_eur=amount) for name, amount in sources]
    return SimpleNamespace(budget_eur=budget_eur, funding_sources=Rows(rows))


@pytest.mark.parametrize(("number", "text"), [(12, "12"), (12.04, "12"), (12.06, "12.1"), (-0.5, "-0.5")])
def test_numbers_of_a_drawing_have_a_point_in_every_language(number, text):
    with translation.override("nl"):
        assert svg_number(number) == text


def test_circle_has_the_municipality_first_and_a_dot_for_each_partner():
    circle = cover_circle(practice(partners=3))

    assert [dot.is_me for dot in circle.dots] == [True, False, False, False]
    assert (circle.dots[0].x, circle.dots[0].y) == ("80", "32")


def test_circle_of_many_partners_keeps_its_dots_apart():
    circle = cover_circle(practice(partners=100))

    assert len(circle.dots) == 36
    assert max(float(dot.radius) for dot in circle.dots) < 4.2


@pytest.mark.parametrize(
    ("phase", "arc"),
    [
        ("", ""),
        ("gestopt", ""),
        ("verkennen", "M80 11A69 69 0 0 1 149 80"),
        ("uitvoeren", "M80 11A69 69 0 1 1 11 80"),
        ("borgen", "M80 11A69 69 0 0 1 80 149M80 149A69 69 0 0 1 80 11"),
    ],
)
def test_arc_tells_the_phase(phase, arc):
    assert cover_circle(practice(phase=phase)).arc == arc


def test_nothing_has_no_arc():
    assert arc_path(22, 18, 0) == ""


def test_seats_grow_with_what_they_stand_for_and_only_the_first_is_marked():
    dots = seats([10, 1, 1])

    assert [dot.radius for dot in dots] == ["20", "8", "8"]
    assert [dot.is_me for dot in dots] == [True, False, False]


def test_dots_past_the_count_are_open_and_rows_hold_twelve():
    row = dot_row(2, out_of=14)

    assert [is_open for _x, _y, is_open in row["dots"]] == [False] * 2 + [True] * 12
    assert (row["width"], row["height"]) == (216, 36)


def test_theory_widens_from_stage_to_stage():
    counts = [len(theory_dots(stage)) for stage in ("input", "activities", "short_term", "middle_term", "long_term")]

    assert counts == [1, 7, 9, 12, 15]


def test_chart_holds_all_years_with_round_steps():
    chart = indicator_chart(
        indicator(
            unit="%",
            baseline=Decimal("34.0"),
            baseline_year=2024,
            target=Decimal(75),
            target_year=2027,
            measurements=[{"year": 2025, "value": Decimal("48.5"), "note": "58 trainers"}],
        )
    )

    assert [tick.text for tick in chart.ticks] == ["0%", "20%", "40%", "60%", "80%"]
    assert [(bar.year, bar.value_text, bar.role) for bar in chart.bars] == [
        (2024, "34%", "baseline"),
        (2025, "48,5%", "measured"),
        (2027, "75%", "target"),
    ]
    assert chart.summary == "Clubs met een plan: 34% in 2024, 48,5% in 2025, doel: 75% in 2027."
    assert chart_rows(chart)[1] == ["2025", "48,5%", "58 trainers"]


def test_bars_below_zero_hang_from_the_line_of_zero():
    chart = indicator_chart(indicator(baseline=Decimal("-0.35"), baseline_year=2023))

    zero = next(tick for tick in chart.ticks if tick.is_zero)
    assert chart.bars[0].y == zero.y
    assert [tick.text for tick in chart.ticks] == ["-0,4", "-0,3", "-0,2", "-0,1", "0"]


def test_chart_of_a_single_zero_can_be_drawn():
    chart = indicator_chart(indicator(target=Decimal(0), target_year=2050))

    assert chart.bars[0].height == "1"


def test_indicator_without_figures_has_no_chart():
    assert indicator_chart(indicator()) is None


def test_money_that_no_source_accounts_for_is_shown_as_the_rest():
    shares = money_shares(money(45_000, ("Rijk", 25_000), ("Gemeente", 8_000)))

    assert [(share.name, share.amount_eur, share.percent) for share in shares] == [
        ("Rijk", 25_000, 56),
        ("Gemeente", 8_000, 18),
        ("Rest van het budget", 12_000, 27),
    ]
    assert [share.x for share in shares] == ["0.00", "55.56", "73.33"]


def test_source_without_an_amount_is_named_but_not_drawn():
    [share] = money_shares(money(None, ("Rijk", None)))

    assert (share.name, share.amount_eur, share.percent, share.width) == ("Rijk", None, None, "0.00")


def test_map_puts_north_up_and_leaves_out_what_has_no_place():
    drawn = dot_map(
        [
            MapDot(53.2, 5.8, "me", "Leeuwarden"),
            MapDot(50.85, 5.7, "like", "Maastricht"),
            MapDot(None, None, "all", "Nergens"),
        ]
    )

    assert drawn.own[0].name == "Leeuwarden"
    assert float(drawn.own[0].y) < float(drawn.alike[0].y)
    assert drawn.everybody == ""
