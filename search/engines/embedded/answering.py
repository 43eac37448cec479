"""Answers a SearchQuery."""

from dataclasses import dataclass

from tantivy import Occur, Query

from search.engines.embedded.asking import Asker
from search.engines.embedded.correcting import correct
from search.engines.embedded.schema import read_entry
from search.engines.ranking import FACET_NAME, FEW, KIND, MANY, MOST_VALUES, clamp, sort_of
from search.engines.showing import make_hit, terms_of
from search.language.asking import asked_words
from search.language.marking import Marker
from search.query import Sort
from search.results import SearchResults

SORT_FIELDS = {Sort.NEWEST: "newest", Sort.COMPLETE: "complete"}


@dataclass(frozen=True)
class Tier:
    """Entries that rank together, above those of the next tier."""

    query: Query
    total: int


def answer(opened, query):
    words, correction = asked_words(query.text), None
    if not query.is_strict:
        words, correction = correct(opened, query, words)
    asker = Asker(opened.schema, query, words)
    searcher = opened.searcher
    text, may_loosen = text_query(searcher, asker)
    tiers = make_tiers(searcher, asker, text, may_loosen)
    total = sum(tier.total for tier in tiers)
    is_loosened = may_loosen and tiers[-1].total > 0
    page = clamp(query, total)
    offset = (page - 1) * query.page_size
    addresses = page_of(searcher, sort_of(query, words), tiers, offset=offset, page_size=query.page_size)
    marker = Marker(terms_of(words, is_loosened))
    return SearchResults(
        hits=[make_hit(read_entry(searcher, address), score, marker) for score, address in addresses],
        total=total,
        facets=facet_counts(searcher, asker, text),
        correction=correction,
        is_loosened=is_loosened,
        page=page,
        page_size=query.page_size,
    )


def text_query(searcher, asker):
    """(query, whether it may find entries with some of the words).

    Decided without the chosen facets, so that choosing only narrows.
    """
    strict = asker.all_words()
    if asker.query.is_strict or not asker.words or (len(asker.words) == 1 and not asker.words[0].loose):
        return strict, False
    if count(searcher, asker.scope(strict)) >= FEW:
        return strict, False
    some = asker.some_words(2 if len(asker.words) >= MANY else 1)
    return (some if count(searcher, asker.scope(some)) else asker.some_words(1)), True


def make_tiers(searcher, asker, text, may_loosen):
    everything = asker.full(text)
    total = count(searcher, everything)
    if not may_loosen:
        return [Tier(everything, total)]
    strict = asker.full(asker.whole_words())
    on_top = count(searcher, strict)
    below = Query.boolean_query([(Occur.Must, everything), (Occur.MustNot, strict)])
    return [Tier(strict, on_top), Tier(below, total - on_top)]


def count(searcher, query):
    return searcher.search(query, 1, count=True).count


def page_of(searcher, sort, tiers, *, offset, page_size):
    """[(score, address)] of one page, running on from one tier into the next."""
    found = []
    for tier in tiers:
        room = page_size - len(found)
        if room and offset < tier.total:
            found += ranked(searcher, sort, tier, room, offset)
        offset = max(0, offset - tier.total)
    return found


def ranked(searcher, sort, tier, limit, offset):
    field = SORT_FIELDS.get(sort)
    if field:
        hits = searcher.search(tier.query, limit, count=False, order_by_field=field, offset=offset).hits
        return [(0.0, address) for _key, address in hits]
    return searcher.search(tier.query, limit, count=False, offset=offset, weight_by_field="quality").hits


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
