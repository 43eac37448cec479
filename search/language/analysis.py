"""From text to terms. Index, question and marking all use `analyse`, so they always agree."""

from dataclasses import dataclass

from search.language.compounds import smallest_parts, split
from search.language.stemming import stem
from search.language.stopwords import STOP_WORDS
from search.language.words import chunks, pieces

REMEMBERED_CHUNKS = 200_000


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one chunk of text, such as "SES-WOA" or "voetbalclubs", is found by.

    `terms` are the stems of its words without stop words, `joined` is the stem of a chunk with
    hyphens written as one word ("seswoa") or empty, `parts` are the stems of the words in its
    compounds and `smallest` those of the words in these, and `surfaces` are its folded words as they
    were written.
    """

    terms: tuple[str, ...]
    joined: str
    parts: tuple[str, ...]
    smallest: tuple[str, ...]
    surfaces: tuple[str, ...]

    @property
    def extra(self):
        """What it is found by beside its terms, with less weight."""
        both = dict.fromkeys(self.parts + self.smallest)
        return (*both, self.joined) if self.joined else tuple(both)

    @property
    def everything(self):
        return {*self.terms, *self.extra}


_remembered: dict[str, Analysis] = {}


def analyse(chunk):
    """The analysis of one chunk; remembered, because most text is the same few words."""
    try:
        return _remembered[chunk]
    except KeyError:
        if len(_remembered) >= REMEMBERED_CHUNKS:
            _remembered.clear()
        analysis = _remembered[chunk] = _analyse(chunk)
        return analysis


def _analyse(chunk):
    surfaces = pieces(chunk)
    words = [word for word in surfaces if word not in STOP_WORDS]
    return Analysis(
        terms=tuple(stem(word) for word in words),
        joined=stem("".join(surfaces)) if len(surfaces) > 1 else "",
        parts=tuple(stem(part) for word in words for part in split(word)),
        smallest=tuple(stem(part) for word in words for part in smallest_parts(word)),
        surfaces=tuple(words),
    )


def analyses(text):
    """The analysis of every chunk in a text, in order."""
    return [analyse(match.group()) for match in chunks(text)]
