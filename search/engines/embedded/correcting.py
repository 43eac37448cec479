"""Puts mistyped words right, with words from what the asker may see."""

from collections import Counter

from tantivy import Occur, Query

from search.engines.embedded.asking import Asker
from search.engines.embedded.schema import read_entry
from search.language.analysis import analyses
from search.language.asking import asked_words
from search.language.likeness import distance
from search.language.wordlist import words as known_words

SHORTEST, SHORTEST_FOR_TWO = 4, 7
LOOKED_AT = 20


def correct(opened, query, words):
    """(words, corrected text): words that nobody visible has are replaced by the nearest that somebody has."""
    asker = Asker(opened.schema, query, words)
    unknown = {word.text: nearest(opened, asker, word.text) for word in words if is_unknown(opened, asker, word)}
    fixes = {typed: better for typed, better in unknown.items() if better}
    if not fixes:
        return words, None
    text = " ".join(fixes.get(word.text, word.text) for word in words)
    return asked_words(text), text


def is_unknown(opened, asker, word):
    query = Query.boolean_query([(Occur.Must, asker.loose_word(word)), asker.audience()])
    return not opened.searcher.search(query, 1, count=False).hits


def nearest(opened, asker, typed):
    """The word with the fewest changes from `typed`, the most frequent of equals; None without any.

    A word that we know is no mistake, even when nobody wrote about it.
    """
    if len(typed) < SHORTEST or typed.isdecimal() or " " in typed or typed in known_words():
        return None
    for allowed in (1, 2) if len(typed) >= SHORTEST_FOR_TWO else (1,):
        fuzzy = Query.fuzzy_term_query(opened.schema, "surface", typed, distance=allowed)
        query = Query.boolean_query([(Occur.Must, fuzzy), *asker.filters()])
        hits = opened.searcher.search(query, LOOKED_AT, count=False).hits
        if found := best(typed, [read_entry(opened.searcher, address) for _score, address in hits], allowed):
            return found
    return None


def best(typed, entries, allowed):
    counted = Counter(surface for entry in entries for surface in surfaces(entry))
    near = [
        (distance(typed, word), -times, word) for word, times in counted.items() if may_be_near(typed, word, allowed)
    ]
    near = [found for found in near if found[0] <= allowed]
    return min(near)[2] if near else None


def may_be_near(typed, word, allowed):
    """A quick look that leaves out most words: each change adds or drops one letter, or both."""
    return abs(len(typed) - len(word)) <= allowed and len(set(typed) ^ set(word)) <= 2 * allowed


def surfaces(entry):
    """The distinct words of an entry, as they were written."""
    text = "\n".join([entry.title, entry.summary, *entry.keywords, entry.body])
    return {surface for analysis in analyses(text) for surface in analysis.surfaces}
