"""Puts municipalities as dots on a map of the Netherlands that is drawn as SVG."""

import math

from django.core.cache import cache

from practices.municipalities.models import EAST, NORTH, SOUTH, WEST, Municipality

CACHE_KEY = "municipalities:points"
# Other processes may change the register; a map may lag that long behind.
CACHE_SECONDS = 600
# A degree of longitude is this much shorter than one of latitude, in the middle of the country.
SQUEEZE = math.cos(math.radians((SOUTH + NORTH) / 2))


def height(width):
    """The height of a map of this width, in the same unit."""
    return width * (NORTH - SOUTH) / ((EAST - WEST) * SQUEEZE)


def project(latitude, longitude, width):
    """(x, y) on a map of this width, rounded to 0.1: the north-west corner is (0, 0), y goes down.

    Plate carrée, true in the middle of the country; at this size nobody sees the difference.
    """
    scale = width / (EAST - WEST)
    return round((longitude - WEST) * scale, 1), round((NORTH - latitude) * scale / SQUEEZE, 1)


def map_points():
    """(latitude, longitude, slug) of each real municipality that exists now, by name; cached."""
    points = cache.get(CACHE_KEY)
    if points is None:
        located = Municipality.objects.current().real().exclude(latitude=None)
        points = list(located.values_list("latitude", "longitude", "slug"))
        cache.set(CACHE_KEY, points, CACHE_SECONDS)
    return points


def forget_points():
    """To be called when the register has changed."""
    cache.delete(CACHE_KEY)


def dots(width):
    """(x, y, slug) of each real municipality that exists now, for a map of this width and `height(width)`."""
    return [(*project(latitude, longitude, width), slug) for latitude, longitude, slug in map_points()]
