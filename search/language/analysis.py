"""From text to terms. Index, question and marking all use `analyse`, so they always agree."""

from dataclasses import dataclass

from search.language.compounds import split
from search.language.stemming import stem
from search.language.stopwords import STOP_WORDS
from search.language.words import chunks, pieces

REMEMBERED_CHUNKS = 200_000


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one chunk of text, such as "SES-WOA" or "voetbalclubs", is found by.

    `terms` are the stems of its words without stop words, `joined` is the stem of a chunk with
    hyphens written as one word ("seswoa") or empty, `parts` are the stems of the words in its
    compounds, and `surfaces` are its folded words as they were written.
    """

    terms: tuple[str, ...]
    joined: str
    parts: tuple[str, ...]
    surfaces: tuple[str, ...]

    @property
    def extra(self):
        """What it is found by beside its terms, with less weight."""
        return (*self.parts, self.joined) if self.joined else self.parts

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
        parts=tuple(dict.fromkeys(stem(part) for word in words for part in split(word))),
        surfaces=tuple(words),
    )


def analyses(text):
    """The analysis of every chunk in a text, in order."""
    return [analyse(match.group()) for match in chunks(text)]
