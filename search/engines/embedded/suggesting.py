"""Completes what is being typed: keywords first, then titles."""

from tantivy import Occur, Query

from search.engines.embedded.asking import Asker
from search.engines.embedded.schema import read_entry
from search.engines.fields import LONGEST_START, SEPARATOR
from search.language.analysis import analyses
from search.language.words import fold, readable
from search.query import SearchQuery
from search.results import Suggestion

SHORTEST, LONGEST = 2, 80
KEYWORD = "keyword"


def suggest(opened, text, audiences, limit, kinds):
    asker = Asker(opened.schema, SearchQuery(audiences=audiences, kinds=kinds), words=[])
    typed = fold(readable(text[:LONGEST]).strip().replace(SEPARATOR, " "))
    if len(typed) < SHORTEST or limit < 1:
        return []
    keywords = suggest_keywords(opened, asker, typed, max(1, limit // 2))
    return (keywords + suggest_titles(opened, asker, text[:LONGEST], limit - len(keywords)))[:limit]


def suggest_keywords(opened, asker, typed, limit):
    """The keywords that start with, or have a word that starts with, what was typed; most used first."""
    visible = Query.boolean_query(list(asker.filters()))
    terms = opened.searcher.terms_with_prefix(KEYWORD, " ".join(typed.split()), filter_query=visible)
    names = {}
    for term, times in terms:
        name = term.partition(SEPARATOR)[2]
        if times and name:
            names.setdefault(fold(name), name)
    # Names that start with it before names that have it further on; within these the most used.
    best = sorted(names, key=lambda folded: not folded.startswith(typed))
    return [Suggestion(names[folded], KEYWORD) for folded in best[:limit]]


def suggest_titles(opened, asker, text, limit):
    """The entries whose title has words that start with all the typed words, most complete first."""
    words = [surface for analysis in analyses(text) for surface in analysis.surfaces]
    if not words or limit < 1:
        return []
    starts = [Query.term_query(opened.schema, "starts", word[:LONGEST_START], "basic") for word in words]
    query = Query.boolean_query([*((Occur.Must, start) for start in starts), *asker.filters()])
    hits = opened.searcher.search(query, limit, count=False, order_by_field="complete").hits
    found = [read_entry(opened.searcher, address) for _key, address in hits]
    return [Suggestion(entry.title, entry.kind, entry.url) for entry in found]
