"""Finds what is like an entry: the same facets and the same telling words."""

from tantivy import Occur, Query

from search.engines.embedded.asking import Asker
from search.engines.embedded.schema import read_entry
from search.engines.telling import FACET_WEIGHT, telling_terms, telling_values, term_counts
from search.language.words import readable
from search.query import SearchQuery


def similar(opened, id, audiences, limit, kinds, facets):
    asker = Asker(opened, SearchQuery(audiences=audiences, kinds=kinds), words=[])
    itself = Query.term_query(opened.schema, "id", readable(id))
    visible = Query.boolean_query([(Occur.Must, itself), asker.audience()])
    hits = opened.searcher.search(visible, 1, count=False).hits
    if not hits or limit < 1:
        return []
    entry = read_entry(opened.searcher, hits[0][1])
    like = [(Occur.Should, clause) for clause in alike(opened, entry, facets)]
    if not like:
        return []
    query = Query.boolean_query([(Occur.Must, Query.boolean_query(like)), (Occur.MustNot, itself), *asker.filters()])
    hits = opened.searcher.search(query, limit, count=False, weight_by_field="quality").hits
    return [read_entry(opened.searcher, address).id for _score, address in hits]


def alike(opened, entry, facets):
    for name, value in telling_values(entry, facets):
        yield Query.boost_query(Query.term_query(opened.schema, f"facet.{name}", value, "basic"), FACET_WEIGHT)
    searcher = opened.searcher
    terms = telling_terms(term_counts(entry), lambda term: searcher.doc_freq("body", term), searcher.num_docs)
    for term, weight in terms:
        yield Query.boost_query(Query.term_query(opened.schema, "body", term), weight)
