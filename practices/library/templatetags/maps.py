"""The dot map: every municipality a dot at its own place, without borders."""

from collections.abc import Iterable
from math import cos, radians
from typing import NamedTuple

from django import template

from practices.library.templatetags.geometry import svg_number

register = template.Library()

# The European Netherlands fit in a box of 250 by 290 with 100 units for a degree of latitude.
WEST, NORTH, SCALE, MARGIN = 3.36, 53.5, 100, 6
NARROWING = cos(radians(52.1))


class MapDot(NamedTuple):
    """A municipality on the map; `role` is "all", "in" (has practices), "like" (looks alike) or "me"."""

    latitude: float
    longitude: float
    role: str = "all"
    name: str = ""


class Place(NamedTuple):
    x: str
    y: str
    name: str


class DotMap(NamedTuple):
    everybody: str
    involved: str
    alike: list[Place]
    own: list[Place]


def place_of(dot):
    x = MARGIN + (float(dot.longitude) - WEST) * NARROWING * SCALE
    y = MARGIN + (NORTH - float(dot.latitude)) * SCALE
    return Place(svg_number(x), svg_number(y), dot.name)


def dots_path(places):
    """Many dots as one path of zero-length strokes: a third of the bytes of as many circles."""
    return "".join(f"M{place.x} {place.y}h0" for place in places)


@register.simple_tag
def dot_map(dots: Iterable[MapDot]):
    """Places on the map by role; dots without coordinates are left out."""
    by_role = {"all": [], "in": [], "like": [], "me": []}
    for dot in dots:
        if dot.latitude is not None and dot.longitude is not None:
            by_role[dot.role].append(place_of(dot))
    return DotMap(dots_path(by_role["all"]), dots_path(by_role["in"]), by_role["like"], by_role["me"])
