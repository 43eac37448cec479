"""What editors pinned to a question, shown above what search finds."""

from typing import NamedTuple

from practices.finding.kinds import Facts, all_kinds
from search.entry import id_of, keys_of
from search.wording.pins import pinned_ids

MOST_SHOWN = 3


class Recommended(NamedTuple):
    id: str
    facts: Facts
    url: str


def recommended(text):
    """The first few in the editors' order that readers may still see; one query when nothing is pinned."""
    ids = pinned_ids(text)
    shown = {}
    for kind in all_kinds() if ids else []:
        visible = kind.visible()
        things = visible.in_bulk(keys_of(ids, visible.model))
        for pk, thing in things.items():
            id = id_of(visible.model, pk)
            shown[id] = Recommended(id, kind.facts(thing), thing.get_absolute_url())
    return [shown[id] for id in ids if id in shown][:MOST_SHOWN]
