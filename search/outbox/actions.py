"""Note a change, and tell the engine what was noted."""

import logging
import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from search.engines import get_engine
from search.engines.base import EngineUnavailableError, EntryChange
from search.outbox.models import Change, Drain
from search.registry import current_entries

logger = logging.getLogger(__name__)

BATCH = 200
LEASE = timedelta(minutes=2)
LONGEST_PAUSE = timedelta(minutes=5)
DRAINS_ARE_KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Drained:
    """How many rows one run sent, how many it must try again, and whether that is because the engine is down."""

    sent: int = 0
    failed: int = 0
    is_engine_down: bool = False

    def __add__(self, other):
        return Drained(self.sent + other.sent, self.failed + other.failed, self.is_engine_down or other.is_engine_down)


def note_change(entry_id):
    """Call this in the transaction that changes, hides, moves or deletes what the entry shows."""
    Change.objects.create(entry_id=entry_id)
    drain_after_commit()


def note_changes(entry_ids):
    Change.objects.bulk_create([Change(entry_id=id) for id in entry_ids], batch_size=500)
    drain_after_commit()


def drain_after_commit():
    """One task for each transaction, however many entries it changes."""
    waiting = transaction.get_connection().run_on_commit
    if not any(function is enqueue_drain for _savepoints, function, *_rest in waiting):
        transaction.on_commit(enqueue_drain, robust=True)


def enqueue_drain():
    from search.outbox.tasks import drain  # noqa: PLC0415 - the task runs a function of this file

    drain.enqueue()


def drain_outbox():
    """Sends everything that is due; returns Drained. Safe to run at the same time in many processes.

    What cannot be sent stays, with a pause that grows; an engine that is down never raises here, and
    is not asked again with the next rows: each time may take half a minute, and a worker has more to do.
    """
    total = Drained()
    while not total.is_engine_down and (claim := claim_due()):
        total += send(claim)
    return total


def sweep_outbox():
    """For once a minute: sends what a killed worker or an engine that was down left behind."""
    drained = drain_outbox()
    Drain.objects.filter(started_at__lt=timezone.now() - DRAINS_ARE_KEPT).delete()
    return drained


def claim_due():
    """A lease on the next rows, or None when nothing is due."""
    claim = uuid.uuid4()
    with transaction.atomic():
        due = Change.objects.due().select_for_update(skip_locked=True).values_list("pk", flat=True)[:BATCH]
        rows = Change.objects.filter(pk__in=list(due))
        return claim if rows.update(claim=claim, claimed_until=timezone.now() + LEASE) else None


def send(claim):
    """Tells the engine what the claimed entries are now."""
    ids = list(Change.objects.of_claim(claim).values_list("entry_id", flat=True))
    drain = Drain.objects.create()
    changes, failed = read_changes(list(dict.fromkeys(ids)), version=take_version(drain))
    refused, is_engine_down = tell_if_available(changes)
    refused |= failed
    for id, error in refused.items():
        postpone(Change.objects.of_claim(claim).filter(entry_id=id), error)
    sent, _by_model = Change.objects.of_claim(claim).exclude(entry_id__in=refused).delete()
    Drain.objects.filter(pk=drain.pk).update(finished_at=timezone.now(), entries=len(changes))
    return Drained(sent, len(ids) - sent, is_engine_down)


def take_version(drain=None):
    """A number higher than any before it.

    Taken after the rows are claimed and before the entries are read: whoever has a higher version
    read later, so the engine may ignore lower ones. The clock would not do: machines differ.
    """
    return (drain or Drain.objects.create()).pk


def read_changes(ids, *, version):
    """([EntryChange], {id: error}) from the registered sources; one bad entry does not stop the others."""
    if not ids:
        return [], {}
    try:
        with transaction.atomic():
            found = current_entries(ids)
    except Exception as error:
        if len(ids) == 1:
            logger.exception("The entry %s cannot be read", ids[0])
            return [], {ids[0]: repr(error)}
        half = len(ids) // 2
        first, second = read_changes(ids[:half], version=version), read_changes(ids[half:], version=version)
        return first[0] + second[0], first[1] | second[1]
    return [EntryChange(id, version, found.get(id)) for id in ids], {}


def tell_if_available(changes):
    """({id: error} of what the engine did not take, whether it is down)."""
    try:
        return tell(changes), False
    except EngineUnavailableError as error:
        logger.warning("The engine is not available: %s", error)
        return {change.id: str(error) for change in changes}, True


def tell(changes):
    """{id: error} of what the engine did not take; one bad entry does not stop the others."""
    try:
        get_engine().apply(changes)
    except EngineUnavailableError:
        raise
    except Exception as error:
        if len(changes) == 1:
            logger.exception("The engine refuses %s", changes[0].id)
            return {changes[0].id: repr(error)}
        half = len(changes) // 2
        return tell(changes[:half]) | tell(changes[half:])
    return {}


def postpone(rows, error):
    """Gives the lease back and waits longer after each attempt."""
    for row in rows:
        pause = min(timedelta(seconds=2 ** min(row.attempts, 12)), LONGEST_PAUSE)
        rows.filter(pk=row.pk).update(
            claim=None, claimed_until=None, due_at=timezone.now() + pause, attempts=F("attempts") + 1, last_error=error
        )
