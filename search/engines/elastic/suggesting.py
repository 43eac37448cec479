"""Completes what is being typed: keywords first, then titles; asked together."""

import re

from elasticsearch.dsl import A, Search
from elasticsearch.dsl import query as q

from search.engines.completing import KEYWORD, best_names, keyword_room, typed_start, typed_starts
from search.engines.elastic.asking import Asker
from search.engines.elastic.documents import read_entry
from search.query import SearchQuery
from search.results import Suggestion

# Keywords that begin alike; the most used of them are enough to choose from.
MOST_KEYWORDS = 500


def suggest(index, text, audiences, limit, kinds):
    asker = Asker(SearchQuery(audiences=audiences, kinds=kinds))
    typed = typed_start(text)
    if not typed or limit < 1:
        return []
    keywords, titles = index.ask_all([keyword_search(asker, typed), title_search(asker, text, limit)])
    found = [bucket["key"] for bucket in keywords["aggregations"][KEYWORD]["buckets"]]
    names = [Suggestion(name, KEYWORD) for name in best_names(found, typed, keyword_room(limit))]
    entries = [read_entry(hit) for hit in titles["hits"]["hits"]]
    return [*names, *(Suggestion(entry.title, entry.kind, entry.url, entry.id) for entry in entries)][:limit]


def keyword_search(asker, typed):
    """Counts the keywords that start with, or have a word that starts with, what was typed."""
    having = asker.visible(q.Prefix(KEYWORD, {"value": typed}), *asker.filters())
    search = Search().query(having).extra(size=0, track_total_hits=False)
    search.aggs.bucket(KEYWORD, A("terms", field=KEYWORD, include=f"{literal(typed)}.*", size=MOST_KEYWORDS))
    return search


def title_search(asker, text, limit):
    """The entries whose title has words that start with all the typed words, most complete first."""
    starts = [q.Term("starts", word) for word in typed_starts(text)]
    search = Search().query(asker.visible(*starts, *asker.filters()) if starts else q.MatchNone())
    return search.sort("-complete").source(["entry"]).extra(size=limit, track_total_hits=False)


def literal(text):
    """The text as a regular expression of Lucene."""
    return re.sub(r"([^\w\s])", r"\\\1", text)
