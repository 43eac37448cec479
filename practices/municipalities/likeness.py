"""Which municipalities are like this one, and why: the one home for "gemeenten zoals de onze".

A criterion is a function of two municipalities. It returns the likeness in words, an empty text when
there is none, and None when it says nothing about the first of the two. To add one, write it and put
it in CRITERIA.
"""

from dataclasses import dataclass
from math import asin, cos, log, radians, sin, sqrt

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from practices.municipalities.models import Municipality

EARTH_RADIUS_KM = 6371
# About what people drive to a meeting in half an hour.
NEIGHBOURHOOD_KM = 25
BAND_SHARE = 0.2
# Bounds of a band are rounded to these steps, each from this many inhabitants on.
BAND_STEPS = [(0, 1_000), (20_000, 5_000), (100_000, 10_000), (250_000, 50_000)]


@dataclass(frozen=True)
class Likeness:
    """`points` of the `out_of` criteria hold; `reasons` says which, in the reader's language."""

    municipality: Municipality
    points: int
    out_of: int
    reasons: list[str]


def population_band(population):
    """(lowest, highest): about a fifth less to a fifth more, in round numbers."""
    step = next(step for start, step in reversed(BAND_STEPS) if population >= start)
    return tuple(round(population * share / step) * step for share in (1 - BAND_SHARE, 1 + BAND_SHARE))


def distance_km(own, other):
    """Between the middles of two municipalities, as the crow flies; None when one has no coordinates."""
    if own.latitude is None or other.latitude is None:
        return None
    # The haversine formula: precise for short distances too.
    latitude, other_latitude = radians(own.latitude), radians(other.latitude)
    north = sin((other_latitude - latitude) / 2) ** 2
    east = sin(radians(other.longitude - own.longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(north + cos(latitude) * cos(other_latitude) * east))


def similar_population(own, other):
    if own.population is None:
        return None
    low, high = population_band(own.population)
    if other.population is None or not low <= other.population <= high:
        return ""
    bounds = {"low": number_format(low, force_grouping=True), "high": number_format(high, force_grouping=True)}
    return _("also %(low)s-%(high)s inhabitants") % bounds


def same_size_group(own, other):
    if own.size_group is None:
        return None
    return _("same size group") if own.size_group == other.size_group else ""


def same_city_network(own, other):
    if own.is_g4:
        return _("also G4") if other.is_g4 else ""
    if own.is_g40:
        return _("also G40") if other.is_g40 else ""
    return None


def same_province(own, other):
    if not own.province:
        return None
    is_same = own.province == other.province
    return _("also %(province)s") % {"province": own.get_province_display()} if is_same else ""


def in_the_neighbourhood(own, other):
    if own.latitude is None:
        return None
    distance = distance_km(own, other)
    is_near = distance is not None and distance <= NEIGHBOURHOOD_KM
    return _("%(distance)s km away") % {"distance": max(1, round(distance))} if is_near else ""


CRITERIA = (similar_population, same_size_group, same_city_network, same_province, in_the_neighbourhood)


def look_alikes(municipality, count=5, criteria=CRITERIA):
    """The present municipalities that are most like this one, as Likeness; in one query.

    Most points first, then the nearest number of inhabitants, then the shortest way. A made-up
    municipality is only ever like another made-up one.
    """
    others = Municipality.objects.current().filter(is_fictional=municipality.is_fictional)
    likenesses = [_compare(municipality, other, criteria) for other in others.exclude(pk=municipality.pk)]
    alike = [likeness for likeness in likenesses if likeness.points]
    return sorted(alike, key=lambda likeness: _rank(municipality, likeness))[:count]


def _compare(own, other, criteria):
    answers = [answer for criterion in criteria if (answer := criterion(own, other)) is not None]
    reasons = [answer for answer in answers if answer]
    return Likeness(other, points=len(reasons), out_of=len(answers), reasons=reasons)


def _rank(own, likeness):
    other = likeness.municipality
    distance = distance_km(own, other)
    return (
        -likeness.points,
        _population_gap(own, other),
        float("inf") if distance is None else distance,
        other.cbs_code,
    )


def _population_gap(own, other):
    """How far apart the numbers of inhabitants are, as a ratio; infinite when one is not known."""
    if not own.population or not other.population:
        return float("inf")
    return abs(log(other.population / own.population))
