"""Answers a SearchQuery: in one trip when enough entries have all words."""

from dataclasses import dataclass

from search.engines.elastic import requests
from search.engines.elastic.asking import Asker
from search.engines.elastic.correcting import correct
from search.engines.elastic.documents import read_placed_entry
from search.engines.ranking import FEW, FREE_DEPTH, MANY, clamp, may_loosen
from search.engines.showing import make_hit, terms_of
from search.language.asking import asked_words
from search.language.marking import Marker
from search.results import SearchResults


@dataclass(frozen=True)
class Tiers:
    """One page of entries with all words and, below them, of entries with some of them."""

    hits: list
    total: int
    # Those on top of them that have every word as it was asked; all, unless others follow.
    complete: int
    facets: dict
    # Entries that have all words, whatever facets are chosen.
    in_scope: int = 0


def answer(index, query):
    words, correction = asked_words(query.text), None
    asker = Asker(query, words)
    tiers = page_that_exists(index, asker)
    if words and not tiers.in_scope and not query.is_strict:
        words, correction = correct(index, query, words)
        if correction:
            asker = Asker(query, words)
            tiers = page_that_exists(index, asker)
    marker = Marker(terms_of(words, tiers.complete < tiers.total))
    return SearchResults(
        hits=[make_hit(*read_placed_entry(hit), hit["_score"] or 0.0, marker) for hit in tiers.hits],
        total=tiers.total,
        complete=tiers.complete,
        facets=tiers.facets,
        correction=correction,
        page=clamp(query, tiers.total),
        page_size=query.page_size,
    )


def page_that_exists(index, asker):
    """The asked page, or the last one when it does not exist."""
    query = asker.query
    asked = max(1, query.page)
    if asked * query.page_size > FREE_DEPTH:
        asked = 1
    tiers = page_of(index, asker, asked)
    page = clamp(query, tiers.total)
    return tiers if page == asked else page_of(index, asker, page)


def page_of(index, asker, page):
    size = asker.query.page_size
    offset = (page - 1) * size
    strict, counts = index.ask_all(
        [
            requests.hits(asker, asker.all_words(), offset=offset, size=size),
            requests.counts(asker, asker.counter.all_words()),
        ]
    )
    in_scope = requests.in_scope_of(counts)
    if may_loosen(asker.query, asker.words) and in_scope < FEW:
        return loosened_page(index, asker, in_scope, offset, least=2 if len(asker.words) >= MANY else 1)
    total = requests.total_of(counts)
    return Tiers(hits_of(strict), total, total, requests.facets_of(asker, counts), in_scope=in_scope)


def loosened_page(index, asker, in_scope, offset, *, least):
    """Entries that have all words as they were asked, then those with at least so many of them, or else with one.

    The first are fewer than FEW: asking for so many more of the others saves a trip to learn how many.
    """
    size = asker.query.page_size
    spare = min(offset, FEW)
    whole = asker.whole_words()
    top, below, counts = index.ask_all(
        [
            requests.hits(asker, whole, offset=0, size=FEW),
            requests.hits(asker, asker.some_words(least), above=whole, offset=offset - spare, size=size + spare),
            requests.counts(asker, asker.counter.some_words(least)),
        ]
    )
    if least > 1 and not requests.in_scope_of(counts):
        return loosened_page(index, asker, in_scope, offset, least=1)
    on_top, total = hits_of(top), requests.total_of(counts)
    here = on_top[offset : offset + size]
    skipped = max(0, offset - len(on_top)) - (offset - spare)
    return Tiers(
        hits=here + hits_of(below)[skipped : skipped + size - len(here)],
        total=total,
        complete=len(on_top),
        facets=requests.facets_of(asker, counts),
        in_scope=in_scope,
    )


def hits_of(answer):
    return answer["hits"]["hits"]
