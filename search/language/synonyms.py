"""Words that readers use for the same thing."""

from functools import cache
from itertools import permutations, product
from pathlib import Path
from typing import NamedTuple

from search.language.analysis import analyses

FILE = Path(__file__).with_name("synonyms.txt")
SAME, WIDER, NOT = "=", ">", "!"


class Rule(NamedTuple):
    """What words have to do with each other.

    SAME: all mean the same. WIDER: who types one of `words` also finds `others`, but not the other way
    round. NOT: `words` and `others` are no synonyms, whatever another rule says.
    """

    words: tuple[str, ...]
    sign: str
    others: tuple[str, ...]

    def pairs(self):
        """(terms, terms) for each two that the rule is about."""
        words, others = terms_of_each(self.words), terms_of_each(self.others)
        if self.sign == WIDER:
            return product(words, others)
        return permutations(words + others, 2) if self.sign == SAME else both_ways(words, others)


class Synonyms:
    """The synonyms that a number of rules give, by the terms of a word or of a group of words."""

    def __init__(self, rules=()):
        rules = list(rules)
        severed = {pair for rule in rules if rule.sign == NOT for pair in rule.pairs()}
        joined = {pair: None for rule in rules if rule.sign != NOT for pair in rule.pairs()}
        self._found = {}
        for word, other in joined:
            if word != other and (word, other) not in severed:
                self._found.setdefault(word, []).append(other)
        self.longest = max(map(len, self._found), default=0)

    def of(self, terms):
        """Other tuples of terms that mean the same as this tuple; empty when none is known."""
        return tuple(self._found.get(terms, ()))


_provider = None


def use(provider):
    """Lets `provider()` give the Synonyms of the moment; it must never fail. None: the project's own list."""
    global _provider
    _provider = provider


def synonyms():
    """The Synonyms of the moment."""
    return _provider() if _provider else own_synonyms()


@cache
def own_synonyms():
    return Synonyms(own_rules())


@cache
def own_rules():
    """The project's own list."""
    return read(FILE.read_text(encoding="utf-8").splitlines())


def read(lines):
    """[Rule] of lines such as "a = b = c" and "a > b"; what stands after a # is for people."""
    rules = []
    for line in lines:
        line = line.partition("#")[0]
        for sign in (WIDER, SAME):
            if sign in line:
                first, *others = map(str.strip, line.split(sign))
                rules.append(Rule((first,), sign, tuple(others)))
                break
    return rules


def both_ways(words, others):
    return [*product(words, others), *product(others, words)]


def terms_of(text):
    return tuple(term for analysis in analyses(text) for term in analysis.terms)


def terms_of_each(texts):
    """Without the texts in which no word says anything."""
    return [terms for text in texts if (terms := terms_of(text))]
