"""Finds what is like an entry: the same facets and the same telling words."""

from elasticsearch.dsl import Search
from elasticsearch.dsl import query as q

from search.engines.elastic.asking import Asker, askable, by_quality
from search.engines.elastic.documents import facet_value, read_entry
from search.engines.telling import FACET_WEIGHT, telling_terms, telling_values, term_counts
from search.query import SearchQuery

# tantivy takes a facet's value for a text that is short beside the others, and short texts score higher.
SHORT_TEXT = 1.5


def similar(index, id, audiences, limit, kinds, facets):
    if limit < 1:
        return []
    asker = Asker(SearchQuery(audiences=audiences, kinds=kinds))
    itself = q.Term("id", askable(id))
    found, stock = index.ask_all(
        [
            Search().query(asker.visible(itself)).source(["entry"]).extra(size=1),
            Search().query(q.MatchAll()).extra(size=0, track_total_hits=True),
        ]
    )
    if not found["hits"]["hits"]:
        return []
    entry = read_entry(found["hits"]["hits"][0])
    like = list(alike(index, entry, stock["hits"]["total"]["value"], facets))
    if not like:
        return []
    query = q.Bool(must=[q.Bool(should=like)], must_not=[itself], filter=[asker.audience(), *asker.filters()])
    search = Search().query(by_quality(query)).sort("_score", "-newest").source(["id"])
    hits = index.ask(search.extra(size=limit, track_total_hits=False))["hits"]["hits"]
    return [hit["_source"]["id"] for hit in hits]


def alike(index, entry, stock, facets):
    for name, value in telling_values(entry, facets):
        yield q.Term("facet", {"value": askable(facet_value(name, value)), "boost": FACET_WEIGHT * SHORT_TEXT})
    counts = term_counts(entry)
    elsewhere = index.frequencies("body", counts)
    for term, weight in telling_terms(counts, lambda term: elsewhere.get(term, 0), stock):
        yield q.Term("body", {"value": term, "boost": weight})
