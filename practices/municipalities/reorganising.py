"""Municipalities end and begin by the date, mostly on 1 January: nothing is saved that day, so search must be told."""

from datetime import timedelta

from django.core.cache import cache
from django.db.models import Q
from django.utils import timezone

from practices.municipalities.models import Municipality
from practices.municipalities.search_source import note_municipalities

CACHE_KEY = "municipalities:reorganised-noted-on"
# How far a worker looks back that does not know when it, or another one, looked last.
LONGEST_AWAY = timedelta(days=30)


def note_reorganised():
    """Tells search about those that ended or began since the last time; for a few times a day."""
    today = timezone.localdate()
    since = cache.get(CACHE_KEY) or today - LONGEST_AWAY
    if since < today:
        began = Q(valid_from__gt=since, valid_from__lte=today)
        ended = Q(valid_until__gte=since, valid_until__lt=today)
        note_municipalities(Municipality.objects.filter(began | ended).values_list("pk", flat=True))
        cache.set(CACHE_KEY, today, timeout=None)
