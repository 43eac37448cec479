"""Completes what is being typed: keywords first, then titles."""

from tantivy import Occur, Query

from search.engines.completing import KEYWORD, best_names, keyword_room, typed_start, typed_starts
from search.engines.embedded.asking import Asker
from search.engines.embedded.schema import read_entry
from search.query import SearchQuery
from search.results import Suggestion


def suggest(opened, text, audiences, limit, kinds):
    asker = Asker(opened, SearchQuery(audiences=audiences, kinds=kinds), words=[])
    typed = typed_start(text)
    if not typed or limit < 1:
        return []
    keywords = suggest_keywords(opened, asker, typed, keyword_room(limit))
    return (keywords + suggest_titles(opened, asker, text, limit - len(keywords)))[:limit]


def suggest_keywords(opened, asker, typed, limit):
    """The keywords that start with, or have a word that starts with, what was typed; most used first."""
    visible = Query.boolean_query(list(asker.filters()))
    terms = opened.searcher.terms_with_prefix(KEYWORD, typed, filter_query=visible)
    names = best_names([term for term, times in terms if times], typed, limit)
    return [Suggestion(name, KEYWORD) for name in names]


def suggest_titles(opened, asker, text, limit):
    """The entries whose title has words that start with all the typed words, most complete first."""
    words = typed_starts(text)
    if not words or limit < 1:
        return []
    starts = [Query.term_query(opened.schema, "starts", word, "basic") for word in words]
    query = Query.boolean_query([*((Occur.Must, start) for start in starts), *asker.filters()])
    hits = opened.searcher.search(query, limit, count=False, order_by_field="complete").hits
    found = [read_entry(opened.searcher, address) for _key, address in hits]
    return [Suggestion(entry.title, entry.kind, entry.url, entry.id) for entry in found]
