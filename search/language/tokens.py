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
DOUBLED, NOT_IN_A_WORD = re.compile(r"(.)\1+"), re.compile(r"[\W_]+")
ENOUGH_LETTERS = 3


class Lines(dict):
    """ "bare letters<TAB>token" of each token that was seen. A token is what stands between spaces."""

    def __missing__(self, token):
        line = self[token] = f"{bare(token)}\t{token}"
        return line


class TokenTable:
    """What is known of the tokens that were seen: their letters, and of some what they are found by."""

    def __init__(self):
        self.lines = Lines()
        self.terms = {}

    def like(self, tokens, terms):
        """The tokens that have the first letters of a term in them, as every word with that term has."""
        page = "\n".join(map(self.lines.__getitem__, tokens))
        return {token_at(page, place) for term in terms for letters in telling(term) for place in found(letters, page)}

    def terms_of(self, token):
        if token not in self.terms:
            chunked = (analyse(chunk.group()) for chunk in chunks(token))
            self.terms[token] = frozenset(term for analysis in chunked for term in analysis.everything)
        return self.terms[token]


_table = TokenTable()


def tokens_with(terms, text):
    """{token: set of the `terms` that it is found by} of the distinct tokens in the text that have any."""
    if not terms:
        return {}
    table = current_table()
    candidates = table.like(set(text.split()), terms)
    return {token: matching for token in candidates if (matching := table.terms_of(token) & terms)}


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
