"""What every engine agrees on about completing what is being typed: keywords first, then titles."""

from search.engines.fields import LONGEST_START, SEPARATOR
from search.language.analysis import analyses
from search.language.words import fold, readable

SHORTEST, LONGEST = 2, 80
KEYWORD = "keyword"


def typed_start(text):
    """What keywords must start with; empty when too little was typed."""
    typed = fold(readable(text[:LONGEST]).strip().replace(SEPARATOR, " "))
    return " ".join(typed.split()) if len(typed) >= SHORTEST else ""


def typed_starts(text):
    """What the words of a title must start with."""
    words = [surface for analysis in analyses(text[:LONGEST]) for surface in analysis.surfaces]
    return [word[:LONGEST_START] for word in words]


def keyword_room(limit):
    """At most half of the suggestions are keywords."""
    return max(1, limit // 2)


def best_names(terms, typed, limit):
    """The names in indexed keywords, most used first as they come, without doubles.

    A name that is what was typed comes first, then names that start with it, then those that have it further on.
    """
    names = {}
    for term in terms:
        name = term.partition(SEPARATOR)[2]
        if name:
            names.setdefault(fold(name), name)
    best = sorted(names, key=lambda folded: (folded != typed, not folded.startswith(typed)))
    return [names[folded] for folded in best[:limit]]
