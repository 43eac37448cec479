"""Builds tantivy queries out of our own words; its query parser never sees what a person typed."""

from functools import cached_property

from tantivy import Occur, Query

from search.engines import asking
from search.engines.ranking import FACET_NAME, IN_COMPOUND, IN_FILE, KIND, STANDS_TOGETHER, TIE_BREAKER
from search.language.asking import asked_words
from search.language.words import readable


class Asker(asking.Asker):
    """Queries for one SearchQuery on the index as it is `opened`.

    A clause that nothing answers is left out: it changes no score, but takes its time at each entry.
    """

    def __init__(self, opened, query, words=None):
        super().__init__(query, asked_words(query.text) if words is None else words)
        self.opened, self.schema = opened, opened.schema

    def full(self, text_query, without=None):
        """The whole question: text, audiences, kinds and chosen facets, one facet left out if asked."""
        clauses = [(Occur.Must, text_query), *self.filters(without)]
        return Query.boolean_query(clauses)

    def scope(self, text_query):
        """The question without its chosen facets and kinds."""
        return Query.boolean_query([(Occur.Must, text_query), self.audience()])

    def filters(self, without=None):
        yield self.audience()
        if self.query.kinds and without != KIND:
            yield self.filter(KIND, self.query.kinds)
        for name, values in self.query.chosen.items():
            if name != without:
                yield self.facet(name, values)

    @cached_property
    def counter(self):
        """Asks for the same entries without giving them a score, in a fraction of the time."""
        return Counter(self.opened, self.query, self.words)

    def audience(self):
        return self.filter("audience", self.query.audiences)

    def facet(self, name, values):
        if not FACET_NAME.fullmatch(name):
            return (Occur.Must, Query.empty_query())
        return self.filter(f"facet.{name}", values)

    def filter(self, field, values):
        """A clause that narrows and does not count for the score."""
        terms = [readable(str(value)) for value in values]
        if len(terms) == 1:  # a set of one walks through all its entries, a term skips
            found = Query.term_query(self.schema, field, terms[0], "basic")
        else:
            found = Query.term_set_query(self.schema, field, terms)
        return (Occur.Must, Query.const_score_query(found, 0.0))

    def everything(self):
        return Query.const_score_query(Query.all_query(), 1.0)

    def term(self, term):
        found = []
        if self.has("body", term):
            found.append(Query.term_query(self.schema, "body", term))
        if self.has("extra", term):
            found.append(self.weighed(Query.term_query(self.schema, "extra", term), IN_COMPOUND))
        if self.has("files", term):
            found.append(Query.const_score_query(Query.term_query(self.schema, "files", term, "basic"), IN_FILE))
        return self.any_of(found)

    def pairs(self):
        known = [pair for pair in self.neighbours() if all(self.has("body", term) for term in pair)]
        phrases = [Query.phrase_query(self.schema, "body", list(pair)) for pair in known]
        return [Query.const_score_query(phrase, STANDS_TOGETHER) for phrase in phrases]

    def all_of(self, clauses, better=()):
        if len(clauses) == 1 and not better:
            return clauses[0]
        wanted = [(Occur.Must, clause) for clause in clauses]
        return Query.boolean_query(wanted + [(Occur.Should, clause) for clause in better])

    def any_of(self, clauses, least=1):
        if len(clauses) == least == 1:
            return clauses[0]
        return Query.boolean_query([(Occur.Should, clause) for clause in clauses], minimum_number_should_match=least)

    def best_of(self, clauses):
        return clauses[0] if len(clauses) == 1 else Query.disjunction_max_query(clauses, tie_breaker=TIE_BREAKER)

    def weighed(self, clause, weight):
        return clause if weight == 1 else Query.boost_query(clause, weight)

    def has(self, field, term):
        return self.opened.searcher.doc_freq(field, term) > 0


class Counter(Asker):
    """Looks for a term in one field that holds all of them."""

    def term(self, term):
        return Query.term_query(self.schema, "everything", term, "basic")

    def pairs(self):
        return ()
