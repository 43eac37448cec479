"""Builds tantivy queries out of our own words; its query parser never sees what a person typed."""

from functools import cached_property
from itertools import pairwise

from tantivy import Occur, Query

from search.engines.ranking import FACET_NAME, IN_COMPOUND, IN_FILE, KIND, ONE_PART, STANDS_TOGETHER
from search.language.asking import asked_words
from search.language.words import readable


class Asker:
    """Queries for one SearchQuery on the index as it is `opened`.

    A clause that nothing answers is left out: it changes no score, but takes its time at each entry.
    """

    def __init__(self, opened, query, words=None):
        self.opened, self.schema = opened, opened.schema
        self.query = query
        self.words = asked_words(query.text) if words is None else words

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

    @property
    def is_narrowed(self):
        return bool(self.query.kinds or self.query.chosen)

    def is_narrowed_by(self, name):
        return bool(self.query.kinds) if name == KIND else name in self.query.chosen

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

    def all_words(self):
        """Entries that have every word, in one of its ways; everything when nothing is asked."""
        if not self.words:
            return Query.const_score_query(Query.all_query(), 1.0)
        return self.every([self.word(word) for word in self.words])

    def every(self, queries):
        clauses = [(Occur.Must, query) for query in queries]
        return Query.boolean_query(clauses + [(Occur.Should, pair) for pair in self.pairs()])

    def whole_words(self):
        """Entries that have every word as it was asked, not by a synonym or by its parts."""
        return self.every([Query.disjunction_max_query([self.way(way) for way in word.whole]) for word in self.words])

    def some_words(self, least):
        """Entries that have at least so many of the words, or parts of them: for when all words give little."""
        clauses = [(Occur.Should, self.loose_word(word)) for word in self.words]
        return Query.boolean_query(clauses, minimum_number_should_match=least)

    def word(self, word):
        ways = [Query.boost_query(self.way(way), way.weight) for way in word.ways]
        return ways[0] if len(ways) == 1 else Query.disjunction_max_query(ways, tie_breaker=0.1)

    def loose_word(self, word):
        if not word.loose:
            return self.word(word)
        parts = [(Occur.Should, Query.boost_query(self.term(part), ONE_PART)) for part in word.loose]
        return Query.disjunction_max_query([self.word(word), Query.boolean_query(parts)], tie_breaker=0.1)

    def way(self, way):
        if len(way.terms) == 1:
            return self.term(way.terms[0])
        return Query.boolean_query([(Occur.Must, self.term(term)) for term in way.terms])

    def term(self, term):
        found = []
        if self.has("body", term):
            found.append(Query.term_query(self.schema, "body", term))
        if self.has("extra", term):
            found.append(Query.boost_query(Query.term_query(self.schema, "extra", term), IN_COMPOUND))
        if self.has("files", term):
            found.append(Query.const_score_query(Query.term_query(self.schema, "files", term, "basic"), IN_FILE))
        return found[0] if len(found) == 1 else Query.boolean_query([(Occur.Should, query) for query in found])

    def pairs(self):
        """Neighbours in the question that are neighbours in the text too: these rank higher."""
        whole = [word.ways[0].terms for word in self.words]
        for first, second in pairwise(whole):
            pair = [first[-1], second[0]]
            if all(self.has("body", term) for term in pair):
                yield Query.const_score_query(Query.phrase_query(self.schema, "body", pair), STANDS_TOGETHER)

    def has(self, field, term):
        return self.opened.searcher.doc_freq(field, term) > 0


class Counter(Asker):
    """Looks for a term in one field that holds all of them."""

    def term(self, term):
        return Query.term_query(self.schema, "everything", term, "basic")

    def pairs(self):
        return ()
