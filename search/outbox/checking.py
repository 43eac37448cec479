"""Compares what can be found with what should be found."""

from dataclasses import dataclass, field

from search.engines import get_engine
from search.outbox.actions import drain_outbox, note_changes
from search.outbox.models import Change
from search.registry import all_entries, current_entries


@dataclass(frozen=True)
class Comparison:
    """Ids that differ between the database and the engine, those that still wait to be sent left out."""

    entries: int
    held: int
    waiting: int
    missing: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)

    @property
    def differing(self):
        return [*self.missing, *self.stale, *self.surplus]


def compare():
    """Comparison by content, so that a change nobody noted shows too."""
    held = get_engine().fingerprints()
    wanted = {entry.id: entry.fingerprint for entry in all_entries()}
    suspects = {id for id in held.keys() | wanted.keys() if held.get(id) != wanted.get(id)}
    held_now, wanted_now = (get_engine().fingerprints(), fingerprints_of(suspects)) if suspects else ({}, {})
    waiting = set(Change.objects.values_list("entry_id", flat=True))
    # What changed while we looked is in order the second time, or waits.
    differing = sorted(id for id in suspects - waiting if held_now.get(id) != wanted_now.get(id))
    return Comparison(
        entries=len(wanted),
        held=len(held),
        waiting=len(waiting),
        missing=[id for id in differing if id not in held_now],
        stale=[id for id in differing if id in held_now and id in wanted_now],
        surplus=[id for id in differing if id not in wanted_now],
    )


def fingerprints_of(ids):
    return {id: entry.fingerprint for id, entry in current_entries(list(ids)).items()}


def repair(comparison):
    """Sends what differs through the outbox, the same way as any change."""
    note_changes(comparison.differing)
    return drain_outbox()
