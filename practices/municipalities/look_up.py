"""Finds the present municipality for a name as somebody types it."""

from dataclasses import dataclass, field

from practices.municipalities.models import Municipality
from practices.municipalities.names import name_key

FEWEST_LETTERS = 3
MOST_CHOICES = 10


@dataclass(frozen=True)
class LookUp:
    """One municipality, or several to choose from, or neither.

    `old_name` is the name of the ended municipality that the text named, when it named just one.
    """

    municipality: Municipality | None = None
    choices: list[Municipality] = field(default_factory=list)
    old_name: str | None = None

    def __bool__(self):
        return bool(self.municipality or self.choices)


def look_up(text):
    """The present municipality for any spelling, old name or CBS code, in at most two queries.

    A name that several share, that was split up, or that is not complete gives choices.
    """
    named = list(Municipality.objects.named(text))
    if not named:
        return LookUp(choices=_containing(text))
    present = {municipality for municipality in named if municipality.is_current}
    ended = [municipality for municipality in named if not municipality.is_current]
    if ended:
        present |= _present_successors(ended)
    old_name = ended[0].name if len(named) == len(ended) == 1 else None
    choices = sorted(present, key=lambda municipality: municipality.name_key)
    if len(choices) == 1:
        return LookUp(municipality=choices[0], old_name=old_name)
    return LookUp(choices=choices, old_name=old_name)


def _containing(text):
    """The present municipalities with this text in a name; those that start with it come first."""
    key = name_key(text)
    if len(key) < FEWEST_LETTERS:
        return []
    found = Municipality.objects.current().containing(text)
    return sorted(found, key=lambda one: (not one.name_key.startswith(key), one.name_key))[:MOST_CHOICES]


def _present_successors(ended):
    """Where the territory of these is now: follows each chain to its end. The whole table is some 150 rows."""
    successors = {}
    for row in Municipality.successors.through.objects.select_related("to_municipality"):
        successors.setdefault(row.from_municipality_id, []).append(row.to_municipality)
    found, seen, waiting = set(), set(), [municipality.pk for municipality in ended]
    while waiting:
        pk = waiting.pop()
        if pk in seen:
            continue
        seen.add(pk)
        for successor in successors.get(pk, []):
            if successor.is_current:
                found.add(successor)
            else:
                waiting.append(successor.pk)
    return found
