"""Figures of one practice as pictures: an indicator's bars and the sources of its money."""

from decimal import Decimal
from math import ceil, floor, log10
from typing import NamedTuple

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext, gettext_lazy

from practices.library.templatetags.geometry import svg_number

register = template.Library()

WIDTH, LEFT, TOP, BOTTOM = 426, 44, 26, 196
ROLE_NOTES = {"baseline": gettext_lazy("baseline"), "target": gettext_lazy("target")}


class Bar(NamedTuple):
    """One year of an indicator; all but `value_text`, `year`, `role` and `note` are places in the drawing."""

    x: str
    y: str
    width: str
    height: str
    middle: str
    label_y: str
    value_text: str
    year: int
    role: str
    note: str


class Tick(NamedTuple):
    y: str
    text: str
    is_zero: bool


class Chart(NamedTuple):
    bars: list[Bar]
    ticks: list[Tick]
    summary: str


def amount_text(value, unit=""):
    """A figure as people write it: 34%, 1.250, 0,5; a unit other than % is told beside the chart."""
    text = number_format(Decimal(str(value)).normalize(), force_grouping=True)
    return f"{text}%" if unit == "%" else text


def round_steps(low, high):
    """Three to six round values that hold both `low` and `high`."""
    if low == high:  # an indicator may know one figure only, and it may be 0
        high = low + 1
    rough = (high - low) / 4
    size = 10.0 ** floor(log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough)
    return [place * step for place in range(floor(low / step), ceil(high / step) + 1)]


@register.simple_tag
def indicator_chart(indicator):
    """Bars for all years that an indicator knows, with round ticks; None without a single figure."""
    points = [point for point in indicator.points if point["value"] is not None]
    if not points:
        return None
    unit = indicator["unit"] or ""
    values = [float(point["value"]) for point in points]
    steps = round_steps(min(0, *values), max(0, *values))

    def height(value):
        return BOTTOM - (value - steps[0]) / (steps[-1] - steps[0]) * (BOTTOM - TOP)

    slot = (WIDTH - LEFT) / len(points)
    bars = []
    for place, (point, value) in enumerate(zip(points, values, strict=True)):
        middle, width = LEFT + slot * (place + 0.5), min(56, slot * 0.62)
        top, bottom = min(height(value), height(0)), max(height(value), height(0))
        drawing = (middle - width / 2, top, width, max(bottom - top, 1), middle, top - 7)
        text = amount_text(point["value"], unit)
        bars.append(Bar(*map(svg_number, drawing), text, point["year"], point["role"], point["note"] or ""))
    ticks = [Tick(svg_number(height(step)), amount_text(round(step, 6), unit), step == 0) for step in steps]
    return Chart(bars, ticks, chart_summary(indicator, bars))


def chart_summary(indicator, bars):
    """The chart in one sentence, for who does not see it."""
    goal = gettext("target %(value)s in %(year)s")
    parts = [
        (goal if bar.role == "target" else gettext("%(value)s in %(year)s"))
        % {"value": bar.value_text, "year": bar.year}
        for bar in bars
    ]
    return f"{indicator['name']}: {', '.join(parts)}."


class Share(NamedTuple):
    """One source of money; place, width and percent are None when its amount is not known."""

    name: str
    kind: str
    amount_eur: int | None
    percent: int | None
    x: str
    width: str
    colour: str


@register.simple_tag
def money_shares(practice):
    """The sources of a practice's money as parts of the whole, and what no source accounts for.

    The whole is the budget, or the sum of the sources where that is more.
    """
    sources = list(practice.funding_sources.all())
    known = sum(source.amount_eur or 0 for source in sources)
    whole = max(practice.budget_eur or 0, known)
    rows = [(source.name, source.get_kind_display(), source.amount_eur) for source in sources]
    colours = [str(place % 4 + 1) for place in range(len(rows))]
    if known and whole > known:
        rows.append((gettext("Rest of the budget"), "", whole - known))
        colours.append("rest")
    shares, x = [], 0
    for (name, kind, amount), colour in zip(rows, colours, strict=True):
        width = 100 * amount / whole if amount else 0
        percent = round(width) if amount else None
        shares.append(Share(name, kind, amount, percent, f"{x:.2f}", f"{width:.2f}", colour))
        x += width
    return shares


@register.filter
def has_amounts(shares):
    """Whether there is anything to draw: a source may be known without its amount."""
    return any(share.amount_eur for share in shares)


@register.simple_tag
def chart_header():
    return [gettext("Year"), gettext("Value"), gettext("Note")]


@register.simple_tag
def chart_rows(chart):
    """The figures of a chart as rows of text for its table."""
    return [
        [str(bar.year), bar.value_text, ", ".join(str(part) for part in (ROLE_NOTES.get(bar.role), bar.note) if part)]
        for bar in chart.bars
    ]


@register.filter
def percent(share):
    """A share between 0 and 1 in whole percents."""
    return f"{share:.0%}"
