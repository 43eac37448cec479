"""Builds Elasticsearch queries out of our own words: the same clauses and weights as the embedded engine."""

from functools import cached_property

from elasticsearch.dsl import query as q

from search.engines import asking
from search.engines.elastic.documents import LONGEST_TERM, facet_value
from search.engines.ranking import IN_COMPOUND, IN_FILE, KIND, STANDS_TOGETHER, TIE_BREAKER
from search.language.words import readable


class Asker(asking.Asker):
    """Queries of Elasticsearch for one SearchQuery."""

    def visible(self, *clauses):
        """What the asker may see and all of these clauses find; nothing counts for the score."""
        return q.Bool(filter=[*clauses, self.audience()])

    def audience(self):
        return terms("audience", self.query.audiences)

    def filters(self, without=None):
        """The chosen kinds and facets, one left out if asked."""
        found = [] if without == KIND or not self.query.kinds else [terms(KIND, self.query.kinds)]
        return found + [facet(name, values) for name, values in self.query.chosen.items() if name != without]

    @cached_property
    def counter(self):
        """Asks for the same entries without giving them a score, in less time."""
        return Counter(self.query, self.words)

    def everything(self):
        return q.MatchAll()

    def term(self, term):
        in_compound = q.Term("extra", {"value": term, "boost": IN_COMPOUND})
        in_file = q.ConstantScore(filter=q.Term("files", term), boost=IN_FILE)
        return self.any_of([q.Term("body", term), in_compound, in_file])

    def pairs(self):
        phrases = [q.MatchPhrase(body=f"{first} {second}") for first, second in self.neighbours()]
        return [q.ConstantScore(filter=phrase, boost=STANDS_TOGETHER) for phrase in phrases]

    def all_of(self, clauses, better=()):
        return clauses[0] if len(clauses) == 1 and not better else q.Bool(must=clauses, should=better)

    def any_of(self, clauses, least=1):
        return q.Bool(should=clauses, minimum_should_match=least)

    def best_of(self, clauses):
        return clauses[0] if len(clauses) == 1 else q.DisMax(queries=clauses, tie_breaker=TIE_BREAKER)

    def weighed(self, clause, weight):
        return clause if weight == 1 else q.Bool(must=[clause], boost=weight)


class Counter(Asker):
    """Looks for a term in one field that holds all of them."""

    def word(self, word):
        """Of ways with one term each Lucene makes one list, which is quicker than to ask them one by one."""
        single = [way.terms[0] for way in word.ways if len(way.terms) == 1]
        longer = [self.way(way) for way in word.ways if len(way.terms) > 1]
        clauses = [*longer, q.Terms(everything=single)] if single else longer
        return q.Bool(filter=[q.Bool(should=clauses)])

    def term(self, term):
        return q.Term("everything", term)

    def pairs(self):
        return ()


def terms(field, values):
    """Entries that have one of these values."""
    return q.Terms(**{field: [askable(value) for value in values]})


def askable(value):
    """What Elasticsearch can be asked for; a value that is too long to be indexed stays too long."""
    return readable(str(value))[: LONGEST_TERM + 1]


def facet(name, values):
    return terms("facet", [facet_value(name, value) for value in values])


def by_quality(query):
    """Multiplies the score of a complete and fresh entry."""
    factor = q.SF("field_value_factor", field="quality", modifier="ln2p")
    return q.FunctionScore(query=query, functions=[factor], boost_mode="multiply")
