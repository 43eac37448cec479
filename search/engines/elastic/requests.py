"""Two questions for a page, answered at the same time: its hits, and what is counted of all pages."""

from elasticsearch.dsl import A, Search
from elasticsearch.dsl import query as q

from search.engines.columns import columns_for, summed
from search.engines.elastic.asking import by_quality
from search.engines.elastic.indexes import DEEPEST_PAGE
from search.engines.ranking import FACET_NAME, KIND, MOST_VALUES, sort_of
from search.query import Sort

SORTS = {Sort.NEWEST: ["-newest"], Sort.COMPLETE: ["-complete"], Sort.RELEVANCE: ["_score", "-newest"]}
CHOSEN = "chosen"
TOGETHER = "together"


def hits(asker, text, *, offset, size, above=None):
    """What text finds, without what stands `above` it already."""
    sort = sort_of(asker.query, asker.words)
    is_ranked = sort == Sort.RELEVANCE
    narrowed = [asker.audience(), *asker.filters()]
    found = q.Bool(
        must=[text] if is_ranked else [],
        filter=narrowed if is_ranked else [text, *narrowed],
        must_not=[above] if above else [],
    )
    search = Search().query(by_quality(found) if is_ranked else found).sort(*SORTS[sort])
    return search.source(["entry", "places"]).extra(track_total_hits=False, **room(offset, size))


def counts(asker, text):
    """How many entries text finds, with and without what is chosen, and the values of their facets.

    The chosen facets narrow after counting, so that they do not narrow their own counts.
    """
    search = Search().query(asker.visible(text)).extra(size=0, track_total_hits=True)
    if asker.filters():
        search.aggs.bucket(CHOSEN, A("filter", q.Bool(filter=asker.filters())))
    add_facets(search.aggs, asker)
    return search


def room(offset, size):
    start = min(offset, DEEPEST_PAGE - size)
    return {"from": start, "size": size}


def add_facets(aggs, asker):
    """Facets without a choice share one pass over the entries; each of the others needs its own."""
    names = countable(asker)
    together = [name for name in names if not asker.is_narrowed_by(name)]
    groups = [(TOGETHER, together, None)] if together else []
    groups += [(f"without:{name}", [name], name) for name in names if asker.is_narrowed_by(name)]
    for group, members, without in groups:
        bucket = aggs.bucket(group, A("filter", q.Bool(filter=asker.filters(without))))
        for field in (field for name in members for field in fields_of(name)):
            bucket.bucket(field, "terms", field=field, size=MOST_VALUES)


def fields_of(facet):
    return [KIND] if facet == KIND else [f"counted.{column}" for column in columns_for(facet)]


def countable(asker):
    return [name for name in dict.fromkeys(asker.query.facet_names) if FACET_NAME.fullmatch(name)]


def facets_of(asker, answer):
    """{name: {value: count}} for each asked facet, most frequent first."""
    groups = answer.get("aggregations", {})
    counts = {name: {} for name in asker.query.facet_names}
    for name in countable(asker):
        group = groups.get(f"without:{name}") or groups[TOGETHER]
        counts[name] = summed(group[field]["buckets"] for field in fields_of(name))
    return counts


def in_scope_of(answer):
    """How many there are, whatever is chosen."""
    return answer["hits"]["total"]["value"]


def total_of(answer):
    chosen = answer.get("aggregations", {}).get(CHOSEN)
    return chosen["doc_count"] if chosen else in_scope_of(answer)
