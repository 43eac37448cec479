"""Answers a SearchQuery: one search and one count of facets when enough entries have all words."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from tantivy import Occur, Query

from search.engines.embedded.asking import Asker
from search.engines.embedded.correcting import correct
from search.engines.embedded.schema import read_entry
from search.engines.ranking import FACET_NAME, FEW, FREE_DEPTH, KIND, MANY, MOST_VALUES, clamp, may_loosen, sort_of
from search.engines.showing import make_hit, terms_of
from search.language.marking import Marker
from search.query import Sort
from search.results import SearchResults

SORT_FIELDS = {Sort.NEWEST: "newest", Sort.COMPLETE: "complete"}


@dataclass(frozen=True)
class Found:
    """One page of entries as (score, address), and the `text` query that they and the counts of facets answer."""

    text: Query
    total: int
    page: int
    hits: list = field(default_factory=list)
    is_loosened: bool = False
    # Entries that have all words, whatever facets are chosen.
    in_scope: int = 0


def answer(opened, query):
    searcher, correction = opened.searcher, None
    asker = Asker(opened.schema, query)
    found = find(searcher, asker)
    if asker.words and not found.in_scope and not query.is_strict:
        words, correction = correct(opened, query, asker.words)
        if correction:
            asker = Asker(opened.schema, query, words)
            found = find(searcher, asker)
    marker = Marker(terms_of(asker.words, found.is_loosened))
    # tantivy counts without Python's lock, so that another core can do it while this one marks words.
    with ThreadPoolExecutor(max_workers=1) as another:
        counting = another.submit(facet_counts, searcher, asker, found.text)
        hits = [make_hit(read_entry(searcher, address), score, marker) for score, address in found.hits]
        facets = counting.result()
    return SearchResults(
        hits=hits,
        total=found.total,
        facets=facets,
        correction=correction,
        is_loosened=found.is_loosened,
        page=found.page,
        page_size=query.page_size,
    )


def find(searcher, asker):
    """Whether near misses follow is decided without the chosen facets, so that choosing one only narrows."""
    strict = asker.all_words()
    found = page_that_exists(searcher, asker, strict)
    if found.total >= FEW or not asker.words:
        return found
    in_scope = count(searcher, asker.scope(strict)) if asker.is_narrowed else found.total
    if in_scope < FEW and may_loosen(asker.query, asker.words):
        return loosened(searcher, asker, in_scope)
    return Found(found.text, found.total, found.page, found.hits, in_scope=in_scope)


def page_that_exists(searcher, asker, text):
    """The asked page of the entries that answer `text`, or the last one when it does not exist."""
    full, size = asker.full(text), asker.query.page_size
    asked = max(1, asker.query.page)
    if asked * size > FREE_DEPTH:
        asked = clamp(asker.query, count(searcher, full))
    hits, total = ranked(searcher, asker, full, limit=size, offset=(asked - 1) * size)
    page = clamp(asker.query, total)
    if page != asked:
        hits, total = ranked(searcher, asker, full, limit=size, offset=(page - 1) * size)
    return Found(text, total, page, hits, in_scope=total)


def loosened(searcher, asker, in_scope):
    """Entries that have all words as they were asked, fewer than FEW, and those with some of the words below them."""
    some = asker.some_words(2 if len(asker.words) >= MANY else 1)
    if not count(searcher, asker.scope(some)):
        some = asker.some_words(1)
    everything, strict = asker.full(some), asker.full(asker.whole_words())
    below = Query.boolean_query([(Occur.Must, everything), (Occur.MustNot, strict)])
    size, total = asker.query.page_size, count(searcher, everything)
    page = clamp(asker.query, total)
    offset = (page - 1) * size
    top, on_top = ranked(searcher, asker, strict, limit=size, offset=offset)
    room = size - len(top)
    more = ranked(searcher, asker, below, limit=room, offset=max(0, offset - on_top))[0] if room else []
    return Found(some, total, page, top + more, is_loosened=total > on_top, in_scope=in_scope)


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
    fields = {name: KIND if name == KIND else f"facet.{name}" for name in names}
    wanted = {name: {"terms": {"field": field, "size": MOST_VALUES}} for name, field in fields.items()}
    found = searcher.aggregate(query, wanted) if wanted else {}
    return {name: {bucket["key"]: bucket["doc_count"] for bucket in found[name]["buckets"]} for name in names}
