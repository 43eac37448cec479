"""Which words of a text match, without looking at each of them: marks stand in twenty long texts on each page."""

from search.language.analysis import analyse
from search.language.words import chunks

REMEMBERED_TOKENS = 200_000
NONE = frozenset()


class TokenTable:
    """The tokens that were seen, by the terms that they are found by. A token is what stands between spaces."""

    def __init__(self):
        self.seen = set()
        self.with_term = {}

    def learn(self, tokens):
        for token in tokens.difference(self.seen):
            for chunk in chunks(token):
                for term in analyse(chunk.group()).everything:
                    self.with_term.setdefault(term, set()).add(token)
            self.seen.add(token)


_table = TokenTable()


def tokens_with(terms, text):
    """{token: set of the `terms` that it is found by} of the distinct tokens in the text that have any."""
    found = {}
    if terms:
        tokens = set(text.split())
        table = table_with(tokens)
        for term in terms:
            for token in tokens & table.with_term.get(term, NONE):
                found.setdefault(token, set()).add(term)
    return found


def table_with(tokens):
    """The table of this process, made anew when it has grown too large."""
    global _table
    if len(_table.seen) > REMEMBERED_TOKENS:
        _table = TokenTable()  # other threads go on with the one they hold
    table = _table
    table.learn(tokens)
    return table
