"""Puts mistyped words right, with words from what the asker may see."""

from tantivy import Occur, Query

from search.engines.embedded.asking import Asker
from search.engines.embedded.schema import read_entry
from search.engines.nearness import LOOKED_AT, allowed_distances, best, may_be_mistyped, put_right


def correct(opened, query, words):
    """(words, corrected text): words that nobody visible has are replaced by the nearest that somebody has."""
    asker = Asker(opened, query, words)
    fixes = {word.text: nearest(opened, asker, word.text) for word in words if is_unknown(opened, asker, word)}
    return put_right(words, fixes)


def is_unknown(opened, asker, word):
    """Whether nobody visible has the word in any way; a part of it alone does not count."""
    query = Query.boolean_query([(Occur.Must, asker.counter.word(word)), asker.audience()])
    return not opened.searcher.search(query, 1, count=False).hits


def nearest(opened, asker, typed):
    if not may_be_mistyped(typed):
        return None
    for allowed in allowed_distances(typed):
        fuzzy = Query.fuzzy_term_query(opened.schema, "surface", typed, distance=allowed)
        query = Query.boolean_query([(Occur.Must, fuzzy), *asker.filters()])
        hits = opened.searcher.search(query, LOOKED_AT, count=False).hits
        if found := best(typed, [read_entry(opened.searcher, address) for _score, address in hits], allowed):
            return found
    return None
