"""What entries a question finds, and how much each way to find one counts: once, for both engines."""

from abc import ABC, abstractmethod
from itertools import pairwise

from search.engines.ranking import KIND, ONE_PART


class Asker(ABC):
    """Makes the query of one SearchQuery and its asked words; an engine says each clause in its own language."""

    def __init__(self, query, words=()):
        self.query, self.words = query, words

    @property
    def is_narrowed(self):
        return bool(self.query.kinds or self.query.chosen)

    def is_narrowed_by(self, name):
        return bool(self.query.kinds) if name == KIND else name in self.query.chosen

    def all_words(self):
        """Entries that have every word, in one of its ways; everything when nothing is asked."""
        if not self.words:
            return self.everything()
        return self.all_of([self.word(word) for word in self.words], self.pairs())

    def whole_words(self):
        """Entries that have every word as it was asked, not by a synonym or by its parts."""
        found = [self.best_of([self.way(way) for way in word.whole]) for word in self.words]
        return self.all_of(found, self.pairs())

    def some_words(self, least):
        """Entries that have at least so many of the words, or parts of them: for when all words give little."""
        return self.any_of([self.loose_word(word) for word in self.words], least)

    def word(self, word):
        return self.best_of([self.weighed(self.way(way), way.weight) for way in word.ways])

    def loose_word(self, word):
        if not word.loose:
            return self.word(word)
        parts = self.any_of([self.weighed(self.term(part), ONE_PART) for part in word.loose])
        return self.best_of([self.word(word), parts])

    def way(self, way):
        return self.all_of([self.term(term) for term in way.terms])

    def neighbours(self):
        """[(last term of a word, first term of the next)] as they were asked."""
        whole = [word.ways[0].terms for word in self.words]
        return [(first[-1], second[0]) for first, second in pairwise(whole)]

    @abstractmethod
    def everything(self):
        """Every entry, each with the same score."""

    @abstractmethod
    def term(self, term):
        """Entries that have this term anywhere."""

    @abstractmethod
    def pairs(self):
        """For neighbours that are neighbours in the text too a clause: these entries rank higher."""

    @abstractmethod
    def all_of(self, clauses, better=()):
        """What answers all clauses; what answers some of the `better` ones as well scores higher."""

    @abstractmethod
    def any_of(self, clauses, least=1):
        """What answers so many of the clauses; their scores are added up."""

    @abstractmethod
    def best_of(self, clauses):
        """What answers any clause: its best score counts, and of the others a tenth."""

    @abstractmethod
    def weighed(self, clause, weight):
        """The same, with a score so many times as high."""
