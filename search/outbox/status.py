"""How finding is doing, for people and for the health page."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Min

from search.engines import get_engine
from search.engines.base import EngineStatus
from search.outbox.models import Change, Drain


@dataclass(frozen=True)
class SearchStatus:
    engine: EngineStatus
    waiting: int
    waiting_since: datetime | None
    most_attempts: int
    last_drain: datetime | None


def search_status():
    waiting = Change.objects.aggregate(since=Min("noted_at"), attempts=Max("attempts"))
    return SearchStatus(
        engine=get_engine().status(),
        waiting=Change.objects.count(),
        waiting_since=waiting["since"],
        most_attempts=waiting["attempts"] or 0,
        last_drain=Drain.objects.aggregate(last=Max("finished_at"))["last"],
    )
