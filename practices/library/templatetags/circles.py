"""The circle is data: a practice's partners and phase, a widening theory of change, counted dots.

Tags give plain values for the SVG in templates/components; the drawing itself stays in the template.
"""

from math import pi, sin, sqrt
from typing import NamedTuple

from django import template

from practices.library.templatetags.geometry import arc_path, on_circle, svg_number
from practices.taxonomy.choices import EvidenceLevel, Phase

register = template.Library()

PHASE_SHARE = {Phase.EXPLORING: 0.25, Phase.PREPARING: 0.5, Phase.CARRYING_OUT: 0.75, Phase.ANCHORING: 1}
MOST_DOTS = 36
# Dots differ a little in size, so that a ring reads as people and not as a gear wheel.
SIZES = (0.81, 0.93, 0.74, 0.87, 0.68)


class Dot(NamedTuple):
    x: str
    y: str
    radius: str
    is_me: bool = False


class Cover(NamedTuple):
    dots: list[Dot]
    orbit: str
    arc: str
    arc_width: str


def dot(centre, orbit, turn, radius, is_me=False):
    x, y = on_circle(centre, orbit, turn)
    return Dot(svg_number(x), svg_number(y), svg_number(radius), is_me)


@register.simple_tag
def cover_circle(practice, small=False):
    """The circle of a practice in a box of 160: first the municipality's dot, then one for each partner.

    The arc tells the phase: a quarter for each, none when it stopped or is not known.
    """
    count = min(len(practice.partners.all()) + 1, MOST_DOTS)
    orbit, largest = (40, 14.2) if small else (48, 13)
    own = min(largest, 0.96 * orbit * sin(pi / count)) if count > 1 else largest
    start = ((practice.pk or 0) * 47 % 360) / 360
    dots = [
        dot(80, orbit, start + place / count, own * (SIZES[place % 5 - 1] if place else 1), is_me=not place)
        for place in range(count)
    ]
    arc = arc_path(80, 69, PHASE_SHARE.get(practice.phase, 0))
    return Cover(dots, svg_number(orbit), arc, "12" if small else "7")


@register.simple_tag
def ring_arc(percent):
    """The filled part of a progress ring in a box of 44."""
    return arc_path(22, 18, percent / 100)


@register.simple_tag
def seats(sizes):
    """Dots around a circle in a box of 360, one for each size of 1 or more, the first one marked.

    Larger sizes give larger dots.
    """
    sizes = list(sizes)[:MOST_DOTS]
    return [
        dot(180, 160, place / len(sizes) + 0.02, min(8 + 4 * sqrt(size - 1), 20), is_me=not place)
        for place, size in enumerate(sizes)
    ]


@register.simple_tag
def dot_row(count, out_of=None):
    """Dots of 18 by 18 in rows of twelve, as (x, y, is_open); those past `count` up to `out_of` are open."""
    total = max(count, out_of or 0)
    return {
        "dots": [(9 + 18 * (place % 12), 9 + 18 * (place // 12), place >= count) for place in range(total)],
        "width": 18 * min(max(total, 1), 12),
        "height": 18 * max(-(-total // 12), 1),
    }


THEORY_RINGS = {
    "input": (0, 0),
    "activities": (20, 6),
    "short_term": (29, 8),
    "middle_term": (38, 11),
    "long_term": (48, 14),
}


@register.filter
def theory_dots(stage):
    """The ring of a stage of the theory of change in a box of 112; it widens from input to long term."""
    orbit, count = THEORY_RINGS[stage]
    around = [dot(56, orbit, place / count, 3.5 + orbit / 20) for place in range(count)]
    return [Dot("56", "56", svg_number(13 if not count else orbit / 5), is_me=True), *around]


@register.filter
def phase_label(phase):
    return Phase(phase).label if phase in Phase.values else ""


@register.filter
def evidence_rung(level):
    """Place on the ladder, 1 to 5; 0 when nobody judged it."""
    return EvidenceLevel(level).rung if level in EvidenceLevel.values else 0


@register.filter
def evidence_label(level):
    return EvidenceLevel(level).label if level in EvidenceLevel.values else ""
