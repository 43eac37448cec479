"""Which word of an entry was meant by a mistyped one."""

from collections import Counter

from search.language.analysis import analyses
from search.language.asking import asked_words
from search.language.likeness import distance
from search.language.wordlist import words as known_words

SHORTEST, SHORTEST_FOR_TWO = 4, 7
# So many entries with a word like the typed one are looked at to choose the nearest.
LOOKED_AT = 20


def may_be_mistyped(typed):
    """A word that we know is no mistake, even when nobody wrote about it."""
    return not (len(typed) < SHORTEST or typed.isdecimal() or " " in typed or typed in known_words())


def allowed_distances(typed):
    return (1, 2) if len(typed) >= SHORTEST_FOR_TWO else (1,)


def best(typed, entries, allowed):
    """The word with the fewest changes from `typed`, the most frequent of equals; None without any."""
    counted = Counter(surface for entry in entries for surface in surfaces(entry))
    near = [
        (distance(typed, word), -times, word) for word, times in counted.items() if may_be_near(typed, word, allowed)
    ]
    near = [found for found in near if found[0] <= allowed]
    return min(near)[2] if near else None


def may_be_near(typed, word, allowed):
    """A quick look that leaves out most words: each change adds or drops one letter, or both."""
    return abs(len(typed) - len(word)) <= allowed and len(set(typed) ^ set(word)) <= 2 * allowed


def put_right(words, fixes):
    """(asked words, corrected text) with {typed: what was meant, or None}; the same words and no text without any."""
    if not any(fixes.values()):
        return words, None
    text = " ".join(fixes.get(word.text) or word.text for word in words)
    return asked_words(text), text


def surfaces(entry):
    """The distinct words of an entry, as they were written."""
    text = "\n".join([entry.title, entry.summary, *entry.keywords, entry.body])
    return {surface for analysis in analyses(text) for surface in analysis.surfaces}
