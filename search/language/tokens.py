"""Which words of a text match, without looking at each of them: marks stand in twenty long texts on each page.

Taking a word apart costs a hundred times more than a look at its letters, and most words of a text are in no way
like the ones that were asked for.
"""

import re
from functools import cache, lru_cache

from search.language.analysis import analyse
from search.language.stemming import LOOSE_BEGINNINGS, exceptions
from search.language.words import chunks, fold

REMEMBERED_TOKENS = 200_000
NONE = frozenset()
DOUBLED, NOT_IN_A_WORD = re.compile(r"(.)\1+"), re.compile(r"[\W_]+")
ENOUGH_LETTERS = 3


class TokenTable:
    """The tokens that were seen. A token is what stands between spaces.

    `lines` has "bare letters<TAB>token" of each; `with_term` those that were taken apart, by what they are found by.
    """

    def __init__(self):
        self.lines = {}
        self.known = set()
        self.with_term = {}

    def learn(self, tokens, terms):
        """Takes apart those of the tokens that may have one of the terms."""
        for token in self.like(tokens - self.known, terms):
            for chunk in chunks(token):
                for term in analyse(chunk.group()).everything:
                    self.with_term.setdefault(term, set()).add(token)
            self.known.add(token)

    def like(self, tokens, terms):
        """The tokens that have the first letters of a term in them, as every word with that term has."""
        page = "\n".join([self.lines.get(token) or self._line(token) for token in tokens])
        return {token_at(page, place) for term in terms for letters in telling(term) for place in found(letters, page)}

    def _line(self, token):
        line = self.lines[token] = f"{bare(token)}\t{token}"
        return line


_table = TokenTable()


def tokens_with(terms, text):
    """{token: set of the `terms` that it is found by} of the distinct tokens in the text that have any."""
    matching = {}
    if terms:
        tokens = set(text.split())
        table = current_table()
        table.learn(tokens, terms)
        for term in terms:
            for token in tokens & table.with_term.get(term, NONE):
                matching.setdefault(token, set()).add(term)
    return matching


def current_table():
    """The table of this process, made anew when it has grown too large."""
    global _table
    if len(_table.lines) > REMEMBERED_TOKENS:
        _table = TokenTable()  # other threads go on with the one they hold
    return _table


def bare(text):
    """What stays the same in all forms of a word: geven and geef, scholen and school, A.D.V. and adv."""
    letters = NOT_IN_A_WORD.sub("", fold(text)).replace("v", "f").replace("z", "s")
    return DOUBLED.sub(r"\1", letters)


@cache
def irregular():
    """{stem: bare words} whose stem does not begin like them."""
    words = {}
    for word, stem in exceptions().items():
        words.setdefault(stem, set()).add(bare(word))
    return words


@lru_cache(maxsize=1_000)
def telling(term):
    """Letters of which a word with this term always has one: how it begins, or a loose beginning with "ge"."""
    loose = {bare(f"{beginning}ge") for beginning in LOOSE_BEGINNINGS if term.startswith(beginning)}
    return {bare(term)[:ENOUGH_LETTERS], *loose, *irregular().get(term, ())}


def found(letters, page):
    place = page.find(letters)
    while place >= 0:
        yield place
        place = page.find(letters, place + 1)


def token_at(page, place):
    end = page.find("\n", place)
    line = page[page.rfind("\n", 0, place) + 1 : len(page) if end < 0 else end]
    return line.partition("\t")[2]
