"""Answers a SearchQuery: one search and one count of facets when enough entries have all words."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from tantivy import Occur, Query

from search.engines.embedded.asking import Asker
from search.engines.embedded.columns import summed
from search.engines.embedded.correcting import correct
from search.engines.embedded.schema import columns_in, read_placed_entry
from search.engines.ranking import FACET_NAME, FEW, FREE_DEPTH, KIND, MANY, MOST_VALUES, clamp, may_loosen, sort_of
from search.engines.showing import make_hit, terms_of
from search.language.marking import Marker
from search.query import Sort
from search.results import SearchResults

WORTH_A_CORE = 30_000
SORT_FIELDS = {Sort.NEWEST: "newest", Sort.COMPLETE: "complete"}


@dataclass(frozen=True)
class Found:
    """One page of entries as (score, address), and what the counter asks for all entries of all pages."""

    text: Query
    total: int
    # Those on top of them that have every word as it was asked; all, unless others follow.
    complete: int
    page: int
    hits: list
    # Entries that have all words, whatever facets are chosen.
    in_scope: int = 0


def answer(opened, query):
    searcher, correction = opened.searcher, None
    asker = Asker(opened, query)
    text = asker.counter.all_words()
    with another_core(searcher) as begin:
        facets = begin(facet_counts, searcher, asker, text)
        found = find(searcher, asker, text)
        if asker.words and not found.in_scope and not query.is_strict:
            words, correction = correct(opened, query, asker.words)
            if correction:
                asker = Asker(opened, query, words)
                found = find(searcher, asker, asker.counter.all_words())
        if found.text is not text:
            facets = begin(facet_counts, searcher, asker, found.text)
        marker = Marker(terms_of(asker.words, found.complete < found.total))
        hits = [make_hit(*read_placed_entry(searcher, address), score, marker) for score, address in found.hits]
        counts = facets()
    return SearchResults(
        hits=hits,
        total=found.total,
        complete=found.complete,
        facets=counts,
        correction=correction,
        page=found.page,
        page_size=query.page_size,
    )


@contextmanager
def another_core(searcher):
    """Gives a function that begins some work, and returns a function that gives its result.

    tantivy searches without Python's lock, so that another core can do it meanwhile. With few entries handing work
    over takes longer than doing it: then it waits until its result is asked for.
    """
    if searcher.num_docs < WORTH_A_CORE:
        yield partial
    else:
        with ThreadPoolExecutor(max_workers=1) as core:
            yield lambda work, *details: core.submit(work, *details).result


def find(searcher, asker, text):
    """Entries that have all words, which `text` counts, and near misses below them where these are few.

    Whether near misses follow is decided without the chosen facets, so that choosing one only narrows.
    """
    found = page_that_exists(searcher, asker, text)
    if found.total >= FEW or not asker.words:
        return found
    in_scope = count(searcher, asker.scope(text)) if asker.is_narrowed else found.total
    if in_scope < FEW and may_loosen(asker.query, asker.words):
        return loosened(searcher, asker, in_scope)
    return replace(found, in_scope=in_scope)


def page_that_exists(searcher, asker, text):
    """The asked page of the entries that have all words, or the last one when it does not exist."""
    full, size = asker.full(asker.all_words()), asker.query.page_size
    asked = max(1, asker.query.page)
    if asked * size > FREE_DEPTH:
        asked = clamp(asker.query, count(searcher, asker.full(text)))
    hits, total = ranked(searcher, asker, full, limit=size, offset=(asked - 1) * size)
    page = clamp(asker.query, total)
    if page != asked:
        hits, total = ranked(searcher, asker, full, limit=size, offset=(page - 1) * size)
    return Found(text, total, total, page, hits, in_scope=total)


def loosened(searcher, asker, in_scope):
    """Entries that have all words as they were asked, fewer than FEW, and those with some of the words below them."""
    least = 2 if len(asker.words) >= MANY else 1
    if not count(searcher, asker.scope(asker.counter.some_words(least))):
        least = 1
    text = asker.counter.some_words(least)
    everything, strict = asker.full(asker.some_words(least)), asker.full(asker.whole_words())
    below = Query.boolean_query([(Occur.Must, everything), (Occur.MustNot, strict)])
    size, total = asker.query.page_size, count(searcher, asker.full(text))
    page = clamp(asker.query, total)
    offset = (page - 1) * size
    top, on_top = ranked(searcher, asker, strict, limit=size, offset=offset)
    room = size - len(top)
    more = ranked(searcher, asker, below, limit=room, offset=max(0, offset - on_top))[0] if room else []
    return Found(text, total, on_top, page, top + more, in_scope=in_scope)


def count(searcher, query):
    return searcher.search(query, 1, count=True).count


def ranked(searcher, asker, query, *, limit, offset):
    """([(score, address)], how many there are in all) in the asked order."""
    by = SORT_FIELDS.get(sort_of(asker.query, asker.words))
    if by:
        found = searcher.search(query, limit, count=True, order_by_field=by, offset=offset)
        return [(0.0, address) for _key, address in found.hits], found.count
    found = searcher.search(query, limit, count=True, offset=offset, weight_by_field="quality")
    return found.hits, found.count


def facet_counts(searcher, asker, text):
    """{name: {value: count}}, most frequent first; a facet's own choice does not narrow its counts.

    Facets without a choice share one pass over the entries; each of the others needs its own.
    """
    names = [name for name in asker.query.facet_names if FACET_NAME.fullmatch(name)]
    chosen = [name for name in names if asker.is_narrowed_by(name)]
    others = [name for name in names if name not in chosen]
    counts = {name: {} for name in asker.query.facet_names}
    for group, without in [(others, None), *(([name], name) for name in chosen)]:
        counts |= count_values(searcher, asker.full(text, without), group)
    return counts


def count_values(searcher, query, names):
    fields = {name: [KIND] if name == KIND else fields_of(searcher, name) for name in names}
    wanted = {
        field: {"terms": {"field": field, "size": MOST_VALUES}} for several in fields.values() for field in several
    }
    found = searcher.aggregate(query, wanted) if wanted else {}
    return {name: summed(found[field]["buckets"] for field in several) for name, several in fields.items()}


def fields_of(searcher, facet):
    return [f"counted.{column}" for column in columns_in(searcher, facet)]
