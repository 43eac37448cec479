"""From what a person typed to what an engine must look for."""

from dataclasses import dataclass

from search.language.analysis import analyses
from search.language.compounds import guessed_parts
from search.language.stemming import stem
from search.language.synonyms import synonyms_of

MOST_CHARACTERS, MOST_WORDS = 500, 16
WHOLE, SYNONYM, PARTS = 1.0, 0.6, 0.5


@dataclass(frozen=True)
class Way:
    """One way in which an entry can have an asked word: it must have all of these terms."""

    terms: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class AskedWord:
    """A word of the question with the ways to find it; `loose` finds it by any part, as a last resort."""

    text: str
    ways: tuple[Way, ...]
    loose: tuple[str, ...] = ()

    @property
    def whole(self):
        """The ways that are the word itself, not a synonym or its parts."""
        return [way for way in self.ways if way.weight == WHOLE]

    @property
    def terms(self):
        """All terms that may be marked because of this word."""
        return {term for way in self.ways for term in way.terms}


def asked_words(text):
    """The distinct words of a question; stop words give none, and so does a question without letters."""
    words = {}
    for analysis in analyses(text[:MOST_CHARACTERS]):
        if analysis.terms and analysis.terms not in words:
            words[analysis.terms] = asked_word(analysis)
    return list(words.values())[:MOST_WORDS]


def asked_word(analysis):
    ways = [Way(analysis.terms, WHOLE)]
    if analysis.joined:
        ways.append(Way(analysis.joined[:1], WHOLE))
    for synonym in synonyms_of(analysis.terms):
        ways.append(Way(synonym, SYNONYM))
    for parts in filter(None, dict.fromkeys([analysis.parts, analysis.smallest])):
        ways.extend(Way(same, PARTS) for same in with_synonyms(parts))
    return AskedWord(" ".join(analysis.surfaces), tuple(ways), loose=some_parts(analysis))


def some_parts(analysis):
    """The parts of a compound, large and small; of a new word what it seems to be made of."""
    parts = dict.fromkeys(analysis.parts + analysis.smallest)
    return tuple(parts) or tuple(stem(part) for surface in analysis.surfaces for part in guessed_parts(surface))


def with_synonyms(parts):
    """The parts themselves, and the parts with one of them replaced: voetbal + club, voetbal + vereniging."""
    yield parts
    for place, part in enumerate(parts):
        for synonym in synonyms_of((part,)):
            yield (*parts[:place], *synonym, *parts[place + 1 :])
