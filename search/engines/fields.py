"""The text of an entry as both engines index it: analysed once, in Python, so that they agree."""

from dataclasses import dataclass
from functools import lru_cache

from search.engines.ranking import SHORTEST_TEXT, SUMMARY_TIMES, TITLE_TIMES
from search.language.analysis import analyses, placed
from search.language.places import write_places
from search.language.words import fold

LONGEST_START = 12
# The fields of AnalysedFields that an engine cuts at spaces and looks terms up in.
TEXTS = ("body", "extra", "files", "everything", "surface", "starts")
SEPARATOR = "\x1f"
# Punctuation: neither a text nor a question has it as a term.
FILLER = "\u00b6"


@dataclass(frozen=True)
class AnalysedFields:
    """Terms with spaces between them, one string a field.

    `body` holds those of title, summary, keywords and text, `extra` parts of compounds, `files` all that its files
    are found by, `surface` the words as written (for corrections), `starts` the beginnings of the words in the title
    (for suggestions), `everything` each term that the entry is found by.
    `keywords` are "folded<SEPARATOR>as written", once from each word on, so that "kansen" also leads
    to "Gelijke kansen". `places` say where the terms of the body (text 0) and of its files (1 and on) stand.
    """

    body: str
    extra: str
    files: str
    surface: str
    starts: str
    everything: str
    keywords: tuple[str, ...]
    places: str


def analysed_fields(entry):
    title, summary, keywords = map(analyses, (entry.title, entry.summary, "\n".join(entry.keywords)))
    placed_body, placed_files = placed(entry.body), [placed(file.text) for file in entry.files]
    body = [analysis for _start, analysis in placed_body]
    files = {term for file in placed_files for _start, analysis in file for term in analysis.everything}
    extra, surface, everything = set(), set(), set(files)
    for analysis in {*title, *summary, *keywords, *body}:
        extra.update(analysis.extra)
        surface.update(analysis.surfaces)
        everything |= analysis.everything
    return AnalysedFields(
        body=whole_text([title] * TITLE_TIMES + [summary] * SUMMARY_TIMES + [keywords, body]),
        extra=" ".join(extra),
        files=" ".join(files),
        surface=" ".join(surface),
        starts=" ".join(starts_of(title)),
        everything=" ".join(everything),
        keywords=tuple(dict.fromkeys(start for keyword in entry.keywords for start in keyword_starts(keyword))),
        places=write_places(placed_body, *placed_files),
    )


def whole_text(parts):
    terms = " ".join(map(terms_of, parts))
    return terms + f" {FILLER}" * (SHORTEST_TEXT - terms.count(" ") - 1)


def terms_of(found):
    return " ".join(term for analysis in found for term in analysis.terms)


def starts_of(found):
    return {
        word[:length]
        for analysis in found
        for word in analysis.surfaces
        for length in range(1, min(len(word), LONGEST_START) + 1)
    }


@lru_cache(maxsize=5_000)  # entries share their keywords
def keyword_starts(keyword):
    words = fold(keyword).split()
    return [f"{' '.join(words[place:])}{SEPARATOR}{keyword.strip()}" for place in range(min(len(words), 5))]
