"""Finds what is like an entry: the same facets and the same telling words."""

import math
from collections import Counter

from tantivy import Occur, Query

from search.engines.embedded.asking import WEIGHTS, Asker
from search.engines.embedded.schema import read_entry
from search.language.analysis import analyses
from search.language.words import readable
from search.query import SearchQuery

MOST_TERMS = 25
FACET_WEIGHT = 1.5
TITLE_COUNTS = 3


def similar(opened, id, audiences, limit, kinds):
    asker = Asker(opened.schema, SearchQuery(audiences=audiences, kinds=kinds), words=[])
    itself = Query.term_query(opened.schema, "id", readable(id))
    visible = Query.boolean_query([(Occur.Must, itself), asker.audience()])
    hits = opened.searcher.search(visible, 1, count=False).hits
    if not hits or limit < 1:
        return []
    entry = read_entry(opened.searcher, hits[0][1])
    like = [(Occur.Should, clause) for clause in alike(opened, entry)]
    if not like:
        return []
    query = Query.boolean_query([(Occur.Must, Query.boolean_query(like)), (Occur.MustNot, itself), *asker.filters()])
    hits = opened.searcher.search(query, limit, count=False, weight_by_field="quality").hits
    return [read_entry(opened.searcher, address).id for _score, address in hits]


def alike(opened, entry):
    for name, values in entry.facets.items():
        for value in values:
            clause = Query.term_query(opened.schema, f"facet.{name}", value, "basic")
            yield Query.boost_query(clause, FACET_WEIGHT)
    for term, weight in telling_terms(opened.searcher, entry):
        for field in ("title", "lead", "body"):
            clause = Query.term_query(opened.schema, field, term)
            yield Query.boost_query(clause, weight * WEIGHTS[field])


def telling_terms(searcher, entry):
    """[(term, weight up to 1)] of the words that are frequent here and rare elsewhere."""
    text = "\n".join([entry.title] * TITLE_COUNTS + [entry.summary, *entry.keywords, entry.body])
    counts = Counter(term for analysis in analyses(text) for term in analysis.terms)
    weighed = []
    for term, times in counts.items():
        elsewhere = searcher.doc_freq("body", term)
        rarity = math.log((searcher.num_docs + 1) / (elsewhere + 1))
        weighed.append((math.sqrt(times) * rarity, term))
    best = sorted(weighed, reverse=True)[:MOST_TERMS]
    highest = best[0][0] if best else 0
    return [(term, weight / highest) for weight, term in best if weight > 0]
