"""One request for a page with everything on it: hits, total and the counts of all facets."""

from elasticsearch.dsl import A, Search
from elasticsearch.dsl import query as q

from search.engines.elastic.asking import by_quality
from search.engines.elastic.indexes import DEEPEST_PAGE
from search.engines.ranking import FACET_NAME, KIND, MOST_VALUES, sort_of
from search.query import Sort

SORTS = {Sort.NEWEST: ["-newest"], Sort.COMPLETE: ["-complete"], Sort.RELEVANCE: ["_score", "-newest"]}
SCOPE = "scope"
TOGETHER = "together"


def page(asker, text, *, offset, size, above=None, counts=True):
    """What text finds, without what stands `above` it already; facet counts hold both.

    The chosen facets narrow after counting, so that they do not narrow their own counts.
    """
    sort = sort_of(asker.query, asker.words)
    is_ranked = sort == Sort.RELEVANCE
    scope = q.Bool(must=[text], filter=[asker.audience()]) if is_ranked else asker.visible(text)
    search = Search().query(by_quality(scope) if is_ranked else scope).sort(*SORTS[sort])
    search = search.source(["entry", "places"]).extra(track_total_hits=True, **room(offset, size))
    if asker.filters() or above:
        search = search.post_filter(q.Bool(filter=asker.filters(), must_not=[above] if above else []))
        search.aggs.bucket(SCOPE, A("filter", q.MatchAll()))
    if counts:
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
        for name in members:
            bucket.bucket(name, "terms", field=name if name == KIND else f"facet.{name}", size=MOST_VALUES)


def countable(asker):
    return [name for name in dict.fromkeys(asker.query.facet_names) if FACET_NAME.fullmatch(name)]


def facets_of(asker, answer):
    """{name: {value: count}} for each asked facet, most frequent first."""
    groups = answer.get("aggregations", {})
    counts = {name: {} for name in asker.query.facet_names}
    for name in countable(asker):
        group = groups.get(f"without:{name}") or groups[TOGETHER]
        counts[name] = {bucket["key"]: bucket["doc_count"] for bucket in group[name]["buckets"]}
    return counts


def in_scope_of(answer):
    scope = answer.get("aggregations", {}).get(SCOPE)
    return scope["doc_count"] if scope else answer["hits"]["total"]["value"]
