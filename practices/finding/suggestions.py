"""What is suggested while somebody types: things to go to, and words to search for."""

from practices.finding.address import SearchAddress
from practices.finding.kinds import PRACTICES, all_kinds
from search.engines import get_engine
from search.entry import key_of

MOST_PRACTICES = 4
MOST_OF_OTHER_KINDS = 2


def suggestions(text):
    """[{"text", "url", "kind", "label"}]: subjects and places, then words to search for, then practices."""
    things, words = {}, {}
    for kind in all_kinds():
        limit = MOST_PRACTICES if kind == PRACTICES else MOST_OF_OTHER_KINDS
        found = get_engine().suggest(text, audiences=("public",), limit=limit, kinds=(kind.name,))
        things[kind] = things_of(kind, [suggestion.id for suggestion in found if suggestion.id])
        words |= {suggestion.text.casefold(): suggestion.text for suggestion in found if not suggestion.id}
    practices = things.pop(PRACTICES)
    others = [thing for found in things.values() for thing in found]
    named = {thing["text"].casefold() for thing in [*others, *practices]}
    return [*others, *(word(text) for folded, text in words.items() if folded not in named), *practices]


def word(text):
    return {"text": text, "url": str(SearchAddress(text)), "kind": "keyword", "label": ""}


def things_of(kind, ids):
    """What a reader may see of these, as the database has it now; without ids it asks nothing."""
    if not ids:
        return []
    visible = kind.visible()
    keys = [key_of(id, visible.model) for id in ids]
    things = visible.in_bulk(keys)
    return [shown(kind, things[key]) for key in keys if key in things]


def shown(kind, thing):
    facts = kind.facts(thing)
    return {"text": facts.title, "url": thing.get_absolute_url(), "kind": kind.name, "label": facts.label}
