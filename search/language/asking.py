"""From what a person typed to what an engine must look for."""

from dataclasses import dataclass
from itertools import chain

from search.language.analysis import analyses
from search.language.compounds import guessed_parts
from search.language.stemming import LOOSE_BEGINNINGS, stem
from search.language.synonyms import synonyms
from search.language.wordlist import words as known_words
from search.language.words import fold

MOST_CHARACTERS, MOST_WORDS = 500, 16
# What it counts to find a word by itself, by a synonym or by its parts. A synonym of more words counts as one:
# an abbreviation would else be found best where it is written in full.
WHOLE, SYNONYM, PARTS = 1.0, 0.8, 0.5


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
    found = [analysis for analysis in analyses(text[:MOST_CHARACTERS]) if analysis.terms]
    if not found:
        return []
    known, end = synonyms(), loose_end(text)
    same = synonyms_by_word([analysis.terms for analysis in found], known)
    words = {analysis.terms: asked_word(analysis, same[analysis.terms], known, end) for analysis in found}
    return list(words.values())[:MOST_WORDS]


def has_words(text):
    """Whether a question asks for any word; one without finds everything."""
    return any(analysis.terms for analysis in analyses(text[:MOST_CHARACTERS]))


def loose_end(text):
    """What a verb may have lost to the end of the question: "aan" in "hoe pak je dat aan?"; empty without."""
    last = fold(text[:MOST_CHARACTERS]).strip(" ?!.").split()[-1]
    return last if last in LOOSE_BEGINNINGS else ""


def synonyms_by_word(words, known):
    """{terms: synonyms of this word and of every group of words in a row that it is part of}.

    A synonym of a group goes to each word of it: then every word of the question is there in an entry that
    has either all of the group or the synonym, and one word of the group with the synonym is nothing else.
    """
    same = {terms: {} for terms in words}
    for start in range(len(words)):
        for group in groups_from(words[start:], known.longest):
            others = dict.fromkeys(known.of(tuple(chain(*group))))
            for terms in group:
                same[terms].update(others)
    return same


def groups_from(words, longest):
    """The first word, the first two, and so on, up to `longest` terms."""
    for size in range(1, len(words) + 1):
        if sum(map(len, words[:size])) > longest:
            return
        yield words[:size]


def asked_word(analysis, same, known, end=""):
    ways = [Way(analysis.terms, WHOLE)]
    if end and (verb := end + analysis.terms[0]) in known_words():
        ways = [Way(analysis.terms, PARTS), Way((stem(verb),), WHOLE)]
    if analysis.joined:
        ways.append(Way(analysis.joined[:1], WHOLE))
    ways.extend(Way(synonym, SYNONYM / len(synonym)) for synonym in same)
    for parts in filter(None, dict.fromkeys([analysis.parts, analysis.smallest])):
        ways.append(Way(parts, PARTS))
        ways.extend(Way(others, PARTS * SYNONYM) for others in with_one_synonym(parts, known))
    return AskedWord(" ".join(analysis.surfaces), tuple(ways), loose=some_parts(analysis))


def some_parts(analysis):
    """The parts of a compound, large and small; of a new word what it seems to be made of."""
    parts = dict.fromkeys(analysis.parts + analysis.smallest)
    return tuple(parts) or tuple(stem(part) for surface in analysis.surfaces for part in guessed_parts(surface))


def with_one_synonym(parts, known):
    """The parts with one of them replaced: voetbal + club is also voetbal + vereniging."""
    for place, part in enumerate(parts):
        for synonym in known.of((part,)):
            yield (*parts[:place], *synonym, *parts[place + 1 :])
