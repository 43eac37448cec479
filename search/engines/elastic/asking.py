"""Builds Elasticsearch queries out of our own words: the same clauses and weights as the embedded engine."""

from functools import cached_property
from itertools import pairwise

from elasticsearch.dsl import query as q

from search.engines.elastic.documents import LONGEST_TERM, facet_value
from search.engines.ranking import IN_COMPOUND, IN_FILE, KIND, ONE_PART, STANDS_TOGETHER
from search.language.words import readable


class Asker:
    """Queries for one SearchQuery."""

    def __init__(self, query, words=()):
        self.query = query
        self.words = words

    def visible(self, *clauses):
        """What the asker may see and all of these clauses find; nothing counts for the score."""
        return q.Bool(filter=[*clauses, self.audience()])

    def audience(self):
        return terms("audience", self.query.audiences)

    def filters(self, without=None):
        """The chosen kinds and facets, one left out if asked."""
        found = [] if without == KIND or not self.query.kinds else [terms(KIND, self.query.kinds)]
        return found + [facet(name, values) for name, values in self.query.chosen.items() if name != without]

    def is_narrowed_by(self, name):
        return bool(self.query.kinds) if name == KIND else name in self.query.chosen

    @cached_property
    def counter(self):
        """Asks for the same entries without giving them a score, in less time."""
        return Counter(self.query, self.words)

    def all_words(self):
        """Entries that have every word, in one of its ways; everything when nothing is asked."""
        if not self.words:
            return q.MatchAll()
        return self.every([self.word(word) for word in self.words])

    def whole_words(self):
        """Entries that have every word as it was asked, not by a synonym or by its parts."""
        return self.every([q.DisMax(queries=[self.way(way) for way in word.whole]) for word in self.words])

    def every(self, clauses):
        return q.Bool(must=clauses, should=list(self.pairs()))

    def some_words(self, least):
        """Entries that have at least so many of the words, or parts of them: for when all words give little."""
        return q.Bool(should=[self.loose_word(word) for word in self.words], minimum_should_match=least)

    def pairs(self):
        """Neighbours in the question that are neighbours in the text too: these rank higher."""
        whole = [word.ways[0].terms for word in self.words]
        for first, second in pairwise(whole):
            yield q.ConstantScore(filter=q.MatchPhrase(body=f"{first[-1]} {second[0]}"), boost=STANDS_TOGETHER)

    def word(self, word):
        ways = [self.way(way) for way in word.ways]
        return ways[0] if len(ways) == 1 else q.DisMax(queries=ways, tie_breaker=0.1)

    def loose_word(self, word):
        if not word.loose:
            return self.word(word)
        parts = q.Bool(should=[self.term(part, ONE_PART) for part in word.loose])
        return q.DisMax(queries=[self.word(word), parts], tie_breaker=0.1)

    def way(self, way):
        if len(way.terms) == 1:
            return self.term(way.terms[0], way.weight)
        return q.Bool(must=[self.term(term) for term in way.terms], boost=way.weight)

    def term(self, term, boost=1.0):
        in_compound = q.Term("extra", {"value": term, "boost": IN_COMPOUND})
        in_file = q.ConstantScore(filter=q.Term("files", term), boost=IN_FILE)
        return q.Bool(should=[q.Term("body", term), in_compound, in_file], boost=boost)


class Counter(Asker):
    """Looks for a term in one field that holds all of them."""

    def word(self, word):
        """Of ways with one term each Lucene makes one list, which is quicker than to ask them one by one."""
        single = [way.terms[0] for way in word.ways if len(way.terms) == 1]
        longer = [self.way(way) for way in word.ways if len(way.terms) > 1]
        clauses = [*longer, q.Terms(everything=single)] if single else longer
        return q.Bool(filter=[q.Bool(should=clauses)])

    def term(self, term, boost=1.0):
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
