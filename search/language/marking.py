"""Marks the words that matched, in a title or in the best window of a longer text."""

from django.utils.html import escape
from django.utils.safestring import mark_safe

from search.language.analysis import analyse
from search.language.words import chunks

WINDOW = 260
LONGEST_SCAN = 50_000


def matches(text, terms):
    """[(start, end, found terms)] of the chunks that are found by any of these terms."""
    found, known = [], {}
    for match in chunks(text):
        chunk = match.group()
        if chunk not in known:
            known[chunk] = terms & analyse(chunk).everything
        if known[chunk]:
            found.append((match.start(), match.end(), known[chunk]))
    return found


def mark(text, terms):
    """The whole text, escaped, with <mark> round the words that have one of the terms."""
    return _marked(text, matches(text, terms) if terms else [])


def excerpt(text, terms, size=WINDOW):
    """The part of about `size` characters with most of the terms, escaped and marked.

    Empty when no word matches, so that the caller can show something better than a random part.
    """
    text = text[:LONGEST_SCAN]
    found = matches(text, terms) if terms else []
    if not found:
        return mark_safe("")  # noqa: S308 - nothing in it
    first, last = window(found, size)
    start = word_start(text, found[first][0] - size // 4)
    end = word_end(text, max(start + size, found[last][1]))
    inside = [(a - start, b - start, t) for a, b, t in found if start <= a and b <= end]
    before = "… " if start > 0 else ""
    after = " …" if end < len(text) else ""
    return mark_safe(before + _marked(text[start:end].strip("\n"), shifted(inside, text[start:end])) + after)  # noqa: S308 - _marked escapes


def shifted(found, text):
    """The places after the newlines at the start have been stripped."""
    stripped = len(text) - len(text.lstrip("\n"))
    return [(start - stripped, end - stripped, terms) for start, end, terms in found]


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


def _marked(text, found):
    done, output = 0, []
    for start, end, _terms in found:
        output += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
        done = end
    return mark_safe("".join([*output, escape(text[done:])]))  # noqa: S308 - every part is escaped
