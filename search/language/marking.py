"""Marks the words that matched, in a title or in the best window of a longer text."""

from bisect import bisect
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from search.language.analysis import analyse
from search.language.places import read_places
from search.language.words import CHUNK, chunks

WINDOW = 260


class Excerpt(NamedTuple):
    """The part of a text that tells best why it was found, escaped and marked; `start` is its first match."""

    start: int
    html: SafeString


class Found(NamedTuple):
    """A chunk of a text that matches, with the terms that it matches by."""

    start: int
    end: int
    terms: set[str]


class Marker:
    """Marks the words that have one of `terms`; made once for all hits of an answer."""

    def __init__(self, terms):
        self.terms = frozenset(terms)

    def mark(self, text):
        """The whole of a short text, escaped, with <mark> round the words that match."""
        matches = [
            Found(*chunk.span(), self.terms)
            for chunk in chunks(text)
            if not self.terms.isdisjoint(analyse(chunk.group()).everything)
        ]
        return marked(text, matches)

    def excerpt(self, text, places, number=0, *, borders=(), size=WINDOW):
        """The part of about `size` characters with most of the terms, within two `borders`; None without a match.

        `places` and `number` say where its terms stand, as in `read_places`.
        """
        starts = read_places(places, number, self.terms)
        found = [Found(start, CHUNK.match(text, start).end(), terms) for start, terms in starts.items()]
        if not found:
            return None
        first, last = window(found, size, borders)
        low, high = part_at(found[first].start, borders, len(text))
        start, end = stretched(text, found[first].start, found[last].end, low=low, high=high, size=size)
        inside = [match for match in found if start <= match.start and match.end <= end]
        before, after = ("… " if start > low else ""), (" …" if end < high else "")
        html = before + marked(text, inside, start, end).strip() + after
        return Excerpt(found[first].start, mark_safe(html))  # noqa: S308 - escaped by marked


def is_marked(html):
    """Whether any word is marked; a text that holds the tag itself is escaped."""
    return "<mark>" in html


def marked(text, found, start=0, end=None):
    """The text from `start` to `end`, escaped and marked where it was `found` to match."""
    done, output = start, []
    for match in found:
        output += [escape(text[done : match.start]), "<mark>", escape(text[match.start : match.end]), "</mark>"]
        done = match.end
    return mark_safe("".join([*output, escape(text[done:end])]))  # noqa: S308 - every part is escaped


def beginning(text, size=WINDOW):
    """The start of a text, escaped, for entries in which nothing is to be marked."""
    end = word_end(text, size)
    return mark_safe(escape(text[:end].strip()) + (" …" if end < len(text) else ""))  # noqa: S308 - escaped


def window(found, size, borders):
    """(first, last) of the matches that have most terms, then most matches; near each other and in one part."""
    best, best_score, first, times = (0, 0), (0, 0), 0, {}
    for last, (start, end, terms) in enumerate(found):
        for term in terms:
            times[term] = times.get(term, 0) + 1
        earliest = max(end - size, part_at(start, borders, end)[0])
        while found[first].start < earliest and first < last:
            for term in found[first].terms:
                times[term] -= 1
            first += 1
        score = (sum(map(bool, times.values())), last - first + 1)
        if score > best_score:
            best, best_score = (first, last), score
    return best


def part_at(place, borders, length):
    """(start, end) of the part between two borders that holds a place."""
    index = bisect(borders, place)
    low = borders[index - 1] if index else 0
    return low, borders[index] if index < len(borders) else length


def stretched(text, start, end, *, low, high, size):
    """(start, end) of about `size` characters round the matches from `start` to `end`, cut between words."""
    start = max(low, start - size // 4)
    end = max(end, start + size)
    if end >= high:
        return max(low, word_start(text, min(start, high - size))), high
    return max(low, word_start(text, start)), min(high, word_end(text, end))


def word_start(text, place):
    if place <= 0:
        return 0
    space = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place))
    return space + 1


def word_end(text, place):
    if place >= len(text):
        return len(text)
    space = text.find(" ", place)
    return len(text) if space < 0 else space
