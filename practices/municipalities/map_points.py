"""Where the municipalities lie, for maps that show each as a dot."""

from django.core.cache import cache

from practices.municipalities.models import Municipality

CACHE_KEY = "municipalities:points"
# Other processes may change the register; a map may lag that long behind.
CACHE_SECONDS = 600


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
