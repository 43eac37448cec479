"""From text to terms. Index, question and marking all use `analyse`, so they always agree."""

from dataclasses import dataclass, field
from itertools import pairwise

from search.language.compounds import smallest_parts, split
from search.language.stemming import stem
from search.language.stopwords import STOP_WORDS
from search.language.words import chunks, pieces

REMEMBERED_CHUNKS = 200_000


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: it is hashed often
class Analysis:
    """What one chunk of text, such as "SES-WOA" or "voetbalclubs", is found by.

    `terms` are the stems of its words without stop words. `joined` are the stems of a chunk with
    hyphens written as one word ("seswoa"): the whole chunk first, then its pairs. `parts` are the
    stems of the words in its compounds, `smallest` those of the words in these. `surfaces` are its
    folded words as they were written. `extra` is what it is found by beside its terms, with less
    weight, and `everything` all that it is found by.
    """

    terms: tuple[str, ...]
    joined: tuple[str, ...]
    parts: tuple[str, ...]
    smallest: tuple[str, ...]
    surfaces: tuple[str, ...]
    extra: tuple[str, ...] = field(init=False)
    everything: frozenset[str] = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "extra", self.parts + self.smallest + self.joined)
        object.__setattr__(self, "everything", frozenset(self.terms + self.extra))


class Remembered(dict):
    """The analysis of each chunk that was met, because most text is the same few words."""

    def __missing__(self, chunk):
        if len(self) >= REMEMBERED_CHUNKS:
            self.clear()
        analysis = self[chunk] = _analyse(chunk)
        return analysis


_remembered = Remembered()


def analyse(chunk):
    """The analysis of one chunk."""
    return _remembered[chunk]


def _analyse(chunk):
    surfaces = pieces(chunk)
    words = [word for word in surfaces if word not in STOP_WORDS]
    return Analysis(
        terms=tuple(stem(word) for word in words),
        joined=tuple(stem(word) for word in joined(surfaces)),
        parts=tuple(stem(part) for word in words for part in split(word)),
        smallest=tuple(stem(part) for word in words for part in smallest_parts(word)),
        surfaces=tuple(words),
    )


def joined(surfaces):
    """SES-WOA-score is found as seswoascore, seswoa and woascore."""
    pairs = [one + other for one, other in pairwise(surfaces)]
    return ["".join(surfaces), *pairs] if len(surfaces) > 2 else pairs


def analyses(text):
    """The analysis of every chunk in a text, in order."""
    return [_remembered[match[0]] for match in chunks(text)]


def placed(text):
    """(start, Analysis) of every chunk in a text, in order."""
    return [(match.start(), _remembered[match[0]]) for match in chunks(text)]
