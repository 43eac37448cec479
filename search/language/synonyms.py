"""Words that readers use for the same thing."""

from functools import cache
from pathlib import Path

from search.language.analysis import analyses

FILE = Path(__file__).with_name("synonyms.txt")


def synonyms_of(terms):
    """Other tuples of terms that mean the same as this tuple; empty when none is known."""
    return synonyms().get(terms, ())


@cache
def synonyms():
    """{terms: (terms, ...)} of the project's own list."""
    return read(FILE.read_text(encoding="utf-8").splitlines())


def read(lines):
    """Reads "a = b = c" (both ways) and "a > b" (who types a also finds b) into {terms: (terms, ...)}."""
    found = {}
    for line in lines:
        line = line.partition("#")[0]
        if ">" in line:
            narrow, *wider = map(terms_of, line.split(">"))
            add(found, narrow, wider)
        elif "=" in line:
            same = [terms_of(word) for word in line.split("=")]
            for word in same:
                add(found, word, same)
    return {word: tuple(others) for word, others in found.items()}


def add(found, word, others):
    known = found.setdefault(word, [])
    known.extend(other for other in others if other and other != word and other not in known)


def terms_of(text):
    return tuple(term for analysis in analyses(text) for term in analysis.terms)
