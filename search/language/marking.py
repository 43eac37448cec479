"""Marks the words that matched, in a title or in the best window of a longer text."""

from django.utils.html import escape
from django.utils.safestring import mark_safe

from search.language.analysis import analyse
from search.language.words import chunks

WINDOW = 260
LONGEST_SCAN = 50_000
REMEMBERED_TOKENS = 200_000


class Marker:
    """Marks the words that have one of `terms`; made once for all hits of an answer."""

    def __init__(self, terms):
        self.terms = frozenset(terms)

    def mark(self, text):
        """The whole text, escaped, with <mark> round the words that match."""
        done, output = 0, []
        for start, end in self.places(text):
            output += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
            done = end
        return mark_safe("".join([*output, escape(text[done:])]))  # noqa: S308 - every part is escaped

    def excerpt(self, text, size=WINDOW):
        """The part of about `size` characters with most of the terms, escaped and marked.

        Empty when no word matches, so that the caller can show something better than a random part.
        """
        text = text[:LONGEST_SCAN]
        found = self.rough_places(text)
        if not found:
            return mark_safe("")
        first, last = window(found, size)
        start = word_start(text, found[first][0] - size // 4)
        end = word_end(text, max(start + size, found[last][1]))
        before, after = ("… " if start > 0 else ""), (" …" if end < len(text) else "")
        return mark_safe(before + self.mark(text[start:end].strip()) + after)  # noqa: S308 - escaped by mark

    def places(self, text):
        """[(start, end)] of the chunks that match."""
        return [match.span() for match in chunks(text) if not self.terms.isdisjoint(analyse(match.group()).everything)]

    def rough_places(self, text):
        """[(start, end, terms)] of the words that match, with what stands against them, in order.

        Each distinct word is looked up once and only those that match are looked for: a page of
        twenty long texts is scanned in two milliseconds instead of ten.
        """
        tokens = [token for token in set(text.split()) if not self.terms.isdisjoint(terms_of_token(token))]
        found = [(*place, self.terms & terms_of_token(token)) for token in tokens for place in occurrences(token, text)]
        return sorted(found, key=lambda place: place[:2])


_remembered: dict[str, frozenset] = {}


def terms_of_token(token):
    """All terms that what stands between two spaces is found by; remembered for the whole process."""
    try:
        return _remembered[token]
    except KeyError:
        if len(_remembered) >= REMEMBERED_TOKENS:
            _remembered.clear()
        found = (analyse(match.group()).everything for match in chunks(token))
        terms = _remembered[token] = frozenset().union(*found)
        return terms


def occurrences(word, text):
    """(start, end) of each time that the word stands in the text, also within another."""
    place = text.find(word)
    while place >= 0:
        yield place, place + len(word)
        place = text.find(word, place + len(word))


def beginning(text, size=WINDOW):
    """The start of a text, escaped, for entries in which nothing is to be marked."""
    end = word_end(text, size)
    return mark_safe(escape(text[:end].strip()) + (" …" if end < len(text) else ""))  # noqa: S308 - escaped


def window(found, size):
    """(first, last) of the matches within `size` characters that have most terms, then most matches."""
    best, best_score, first = (0, 0), (0, 0), 0
    for last, (_start, end, _terms) in enumerate(found):
        while end - found[first][0] > size and first < last:
            first += 1
        inside = found[first : last + 1]
        score = (len(set().union(*(terms for *_place, terms in inside))), len(inside))
        if score > best_score:
            best, best_score = (first, last), score
    return best


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
