"""Whether the parts of the site do their work: for a load balancer, a container and a monitor.

Outsiders may read it, so each part says one word; what is wrong stands in the log.
"""

import logging
import tempfile
from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from search.engines import get_engine
from search.outbox.models import Change
from search.query import SearchQuery

logger = logging.getLogger(__name__)

OK, DEGRADED, FAILED = "ok", "degraded", "failed"
# The worker comes by every 30 seconds, and a change that was refused waits for at most 5 minutes.
LONGEST_WAIT = timedelta(minutes=5)


def report():
    """{part: state} with "status" first: the worst of all. "degraded" means that readers are served still."""
    states = {name: state_of(name, look) for name, look in PARTS.items()}
    worst = next(state for state in (FAILED, DEGRADED, OK) if state in {OK, *states.values()})
    return {"status": worst, **states}


def state_of(name, look):
    try:
        return look()
    except Exception:
        logger.exception("The health of %s", name)
        return FAILED


def database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return OK


def shared_cache():
    key, value = f"health:{uuid4()}", "here"
    cache.set(key, value, timeout=10)
    return OK if cache.get(key) == value else FAILED


def storage():
    """Uploads and the embedded index are written here; a full disk shows by a byte that does not fit."""
    with tempfile.TemporaryFile(dir=settings.DATA_DIR) as file:
        file.write(b".")
    return OK


def finding():
    """Asks a question, as a reader does: that costs less than counting all that the index holds."""
    if get_engine().search(SearchQuery(page_size=1)).is_fallback:
        logger.warning("Another index answers than the usual one.")
        return DEGRADED
    if Change.objects.filter(noted_at__lt=timezone.now() - LONGEST_WAIT).exists():
        logger.warning("Changes wait for search for more than 5 minutes.")
        return DEGRADED
    return OK


def worker():
    """Known by what it leaves undone: without a queue there is none."""
    since = timezone.now() - LONGEST_WAIT
    planned_lately = Q(run_after__range=(since, timezone.now()))
    if DBTaskResult.objects.ready().filter(~planned_lately, enqueued_at__lt=since).exists():
        logger.warning("Tasks wait for the worker for more than 5 minutes.")
        return DEGRADED
    return OK


PARTS = {"database": database, "cache": shared_cache, "storage": storage, "search": finding, "worker": worker}
