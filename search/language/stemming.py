"""Brings the forms of one word together: plannen and plan, grote and groot, gemeentelijk and gemeente.

An ending is taken off only when a known word remains, so that gezin does not become zin.
Words that the rules get wrong stand in data/stems.txt.
"""

from functools import cache, lru_cache

from search.language.compounds import places
from search.language.wordlist import read_lines, words

SHORTEST, SHORTEST_UNKNOWN = 4, 7
VOWELS, DOUBLED = "aeiou", "aeou"
# Verbs that begin so have no "ge" in the participle, or have it after the beginning.
FIXED_BEGINNINGS = ("be", "ver", "ont", "her", "onder", "over", "door", "voor", "om")
LOOSE_BEGINNINGS = (
    "aan", "achter", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "samen", "tegen", "terug", "toe",
    "uit", "vast", "voor", "vrij", "weg",
)  # fmt: skip
# Of words that are longer than those in the list: what is taken off, and what comes in its place.
LONG_ENDINGS = (("heden", "heid"), ("heid", ""), ("e", ""), ("en", ""), ("s", ""))
DIPHTHONGS = {"aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ou", "au"}


@lru_cache(maxsize=50_000)  # most new words are compounds of old ones
def stem(word):
    """The form that all inflections of a folded word share; not always a word itself."""
    if word in exceptions():
        return exceptions()[word]
    if len(word) < SHORTEST or not word.isalpha():
        return word
    if parts := places(word):
        return stem_of_last_part(word, parts)
    bare = without_inflection(word)
    if bare not in words():
        return unknown(word)
    if bare != word:
        return stem(bare)
    base = without_derivation(word)
    return exceptions().get(base, base)


def stem_of_last_part(word, parts):
    """Only the last part of a compound is inflected."""
    start, end = parts[-1]
    return word[:start] + stem(word[start:end])


@cache
def exceptions():
    return dict(line.split() for line in read_lines("stems.txt"))


def without_inflection(word):
    """The shortest known word that remains after an ending of number, gender or person."""
    for remaining in inflections(word):
        if len(remaining) >= 3 and remaining in words():
            return remaining
    return word


def inflections(word):
    """What could remain, the likeliest first."""
    if word.endswith("heden"):
        yield word[:-5] + "heid"
    for ending in ("ende", "end"):
        if word.endswith(ending) and is_verb(stem_forms(word[: -len(ending)])):
            yield from stem_forms(word[: -len(ending)])
    yield from participle(word)
    yield from participle_without_ge(word)
    for ending in ("ten", "den", "te", "de"):
        is_past = word.endswith(ending) and not (ending.endswith("n") and is_noun_in_t(word[:-2]))
        if is_past and is_verb([word[: -len(ending)]]):
            yield word[: -len(ending)]
    if word.endswith("en"):
        yield from stem_forms(word[:-2])
        yield word[:-1]
    elif word.endswith("e"):
        yield from stem_forms(word[:-1])
    elif word.endswith("s") and word + "en" not in words() and word[:-1] + "zen" not in words():
        yield from diminutive(word[:-1])
        yield word[:-1]
    elif word.endswith("t") and not is_noun_in_t(word) and is_verb([word[:-1]]):
        yield word[:-1]
    yield from diminutive(word)
    yield from comparative(word)


def stem_forms(rest):
    """How a word is written without its ending: plann-en is plan, schol-en is school, huiz-en is huis."""
    if rest[-2:-1] == rest[-1:] and rest[-1:] not in VOWELS:
        yield rest[:-1]
        return
    final = {"v": "f", "z": "s"}.get(rest[-1:], rest[-1:])
    if len(rest) >= 2 and rest[-1] not in VOWELS and rest[-2] in DOUBLED and rest[-3:-1] not in DIPHTHONGS:
        yield rest[:-1] + rest[-2] + final
    yield rest[:-1] + final
    if final != rest[-1:]:
        yield rest


def infinitive(verb_stem):
    """The infinitive of the first person: discrimineer is discrimineren, plan is plannen, geloof is geloven."""
    final = {"f": "v", "s": "z"}.get(verb_stem[-1:], verb_stem[-1:])
    if len(verb_stem) >= 4 and verb_stem[-2] == verb_stem[-3] and verb_stem[-2] in DOUBLED:
        return {verb_stem[:-2] + final + "en", verb_stem[:-2] + verb_stem[-1] + "en"}
    if len(verb_stem) >= 3 and verb_stem[-2] in VOWELS and verb_stem[-3] not in VOWELS:
        return {verb_stem + verb_stem[-1] + "en", verb_stem + "en"}
    return {verb_stem[:-1] + final + "en", verb_stem + "en"}


def is_verb(stems):
    return any(verb_stem in words() and infinitive(verb_stem) & words() for verb_stem in stems)


def is_noun_in_t(word):
    """Whether the t belongs to the word: buurten exists and buurte does not, werkte does."""
    return word + "en" in words() and word + "e" not in words()


def participle(word):
    """gewerkt and gewerkte are work; gezonder exists, so gezond is an adjective."""
    if word.startswith("ge") and len(word) >= 6:
        bare = word[:-1] if word.endswith(("te", "de")) else word
        if bare.endswith(("t", "d")) and bare + "er" not in words() and not is_noun_in_t(bare):
            verb_stem = bare[2:-1]
            if is_verb([verb_stem]):
                yield verb_stem


def participle_without_ge(word):
    """ondersteund and ondersteunde are ondersteun; aangepakt and uitgevoerde are aanpak and uitvoer."""
    bare = word[:-1] if word.endswith(("de", "te")) else word
    if not bare.endswith(("d", "t")):
        return
    if word.startswith(FIXED_BEGINNINGS) and bare.endswith("d") and is_verb([bare[:-1]]):
        yield bare[:-1]
    for beginning in LOOSE_BEGINNINGS:
        if word.startswith(beginning + "ge"):
            yield from (beginning + verb_stem for verb_stem in participle(word[len(beginning) :]))


def diminutive(word):
    for ending in ("tje", "je"):
        if word.endswith(ending):
            yield word[: -len(ending)]


def comparative(word):
    """groter is groot, duurder is duur, kritischer is kritisch; speler is not speel, for there is no spelere."""
    bare = word.removesuffix("e")
    if not bare.endswith("er") or (bare + "e" not in words() and not bare.endswith("scher")):
        return
    forms = [bare[:-3]] if bare.endswith("rder") else stem_forms(bare[:-2])
    yield from (form for form in forms if form + "st" in words() or form.endswith("sch"))


def without_derivation(word):
    """The word that this one is made from, when both say the same to a searcher: training is train."""
    for remaining in derivations(word):
        if len(remaining) >= 4 and remaining in words():
            return remaining
    return word


def derivations(word):
    if word.endswith("ing") and len(word) >= 7:
        yield from (form for form in stem_forms(word[:-3]) if infinitive(form) & words())
    elif word.endswith("heid"):
        yield word[:-4]
    elif word.endswith("lijk") and len(word) >= 9:
        yield word[:-4]
        yield word[:-4] + "e"
    elif word.endswith("atie") and word[:-4] + "eren" in words():
        yield word[:-4] + "eer"
    elif word.endswith("isch") and word[:-4] + "isme" in words():
        yield word[:-4] + "isme"
    elif word.endswith("iteit"):
        yield from qualities(word[:-5])


def qualities(rest):
    """criminal-iteit is crimineel, effectiv-iteit effectief, flexibil-iteit flexibel, stabil-iteit stabiel."""
    if rest.endswith("al"):
        yield rest[:-2] + "eel"
    elif rest.endswith("iv"):
        yield rest[:-1] + "ef"
    elif rest.endswith("il"):
        yield rest[:-2] + "el"
        yield rest[:-1] + "el"


def unknown(word):
    """A name, or a word that is new or too long for the list: only endings that are hardly ever part of it."""
    for ending, instead in LONG_ENDINGS:
        rest = word.removesuffix(ending) + instead
        if word.endswith(ending) and rest in words():
            return stem(rest)
    if len(word) >= SHORTEST_UNKNOWN and word.endswith(("nse", "dse", "mse", "kse")):
        return word[:-1]
    if len(word) >= SHORTEST_UNKNOWN and word.endswith(("ers", "els", "ems", "ens", "ies")):
        return word[:-1]
    return word
