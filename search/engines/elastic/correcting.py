"""Puts mistyped words right, with words from what the asker may see."""

from elasticsearch.dsl import Search
from elasticsearch.dsl import query as q

from search.engines.elastic.asking import Asker
from search.engines.elastic.documents import read_entry
from search.engines.nearness import LOOKED_AT, allowed_distances, best, may_be_mistyped, put_right


def correct(index, query, words):
    """(words, corrected text): words that nobody visible has are replaced by the nearest that somebody has."""
    asker = Asker(query)
    present = index.ask_all([presence(asker, word) for word in words])
    unknown = [word.text for word, answer in zip(words, present, strict=True) if not answer["hits"]["total"]["value"]]
    return put_right(words, {typed: nearest(index, asker, typed) for typed in unknown})


def presence(asker, word):
    """Whether anybody visible has the word in any way; counting ends at one."""
    return Search().query(asker.visible(asker.counter.word(word))).extra(size=0, track_total_hits=1)


def nearest(index, asker, typed):
    if not may_be_mistyped(typed):
        return None
    for allowed in allowed_distances(typed):
        # Every word at this distance, also where hidden entries have nearer ones.
        fuzzy = q.Fuzzy("surface", {"value": typed, "fuzziness": allowed, "rewrite": "constant_score"})
        search = Search().query(asker.visible(fuzzy, *asker.filters())).source(["entry"])
        hits = index.ask(search.extra(size=LOOKED_AT, track_total_hits=False))["hits"]["hits"]
        if found := best(typed, [read_entry(hit) for hit in hits], allowed):
            return found
    return None
