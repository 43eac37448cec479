"""Two questions for a page, answered at the same time: its hits, and what is counted of all pages."""

from collections import defaultdict

from elasticsearch.dsl import A, Search
from elasticsearch.dsl import query as q

from search.engines.elastic.asking import by_quality
from search.engines.elastic.indexes import DEEPEST_PAGE
from search.engines.fields import SEPARATOR
from search.engines.ranking import FACET_NAME, MOST_VALUES, sort_of
from search.query import Sort

SORTS = {Sort.NEWEST: ["-newest"], Sort.COMPLETE: ["-complete"], Sort.RELEVANCE: ["_score", "-newest"]}
# The names of groups of entries, and of what is counted in each.
CHOSEN, VALUES = "chosen", "values"


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
    for group, facet in [(CHOSEN, None), *((without(name), name) for name in narrowed(asker))]:
        bucket = search.aggs.bucket(group, A("filter", q.Bool(filter=asker.filters(facet))))
        if asker.query.facet_names:
            bucket.bucket(VALUES, "terms", field="facet", size=MOST_VALUES)
    return search


def room(offset, size):
    start = min(offset, DEEPEST_PAGE - size)
    return {"from": start, "size": size}


def narrowed(asker):
    """The asked facets of which something is chosen."""
    names = dict.fromkeys(asker.query.facet_names)
    return [name for name in names if FACET_NAME.fullmatch(name) and asker.is_narrowed_by(name)]


def without(facet):
    return f"without:{facet}"


def facets_of(asker, answer):
    """{name: {value: count}} for each asked facet, most frequent first."""
    groups, names = answer["aggregations"], asker.query.facet_names
    counts = {group: counted(found[VALUES]["buckets"]) for group, found in groups.items() if names}
    return {name: counts.get(without(name), counts[CHOSEN]).get(name, {}) for name in names}


def counted(buckets):
    """{name: {value: count}} of terms as `documents.facet_value` makes them."""
    counts = defaultdict(dict)
    for bucket in buckets:
        name, _separator, value = bucket["key"].partition(SEPARATOR)
        counts[name][value] = bucket["doc_count"]
    return counts


def in_scope_of(answer):
    """How many there are, whatever is chosen."""
    return answer["hits"]["total"]["value"]


def total_of(answer):
    return answer["aggregations"][CHOSEN]["doc_count"]
