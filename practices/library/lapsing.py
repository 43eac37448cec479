"""Evidence lapses by itself: a page says so by its date, but search must be told."""

from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone

from practices.library.models import PracticePage
from search.entry import entry_id
from search.outbox.actions import note_changes

CACHE_KEY = "library:lapsed-evidence-noted-on"
# How far a worker looks back that does not know when it, or another one, looked last.
LONGEST_AWAY = timedelta(days=30)


def note_lapsed_evidence():
    """Tells search about the practices whose recognition lapsed since the last time; for a few times a day."""
    today = timezone.localdate()
    since = cache.get(CACHE_KEY) or today - LONGEST_AWAY
    if since < today:
        lapsed = PracticePage.objects.live().filter(evidence_expires_on__gte=since, evidence_expires_on__lt=today)
        note_changes([entry_id(practice) for practice in lapsed.only("pk")])
        cache.set(CACHE_KEY, today, timeout=None)
