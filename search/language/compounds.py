"""Takes Dutch compounds apart: kansengelijkheidsbeleid is kansengelijkheid and beleid."""

import math
from functools import cache, lru_cache

from search.language.wordlist import part_counts, read_lines, words

SHORTEST_PART, SHORTEST_COMPOUND, LONGEST_COMPOUND = 4, 8, 50
LINKS = ("", "s", "e", "n", "en")
# Each part costs this much less the logarithm of how often it is a part: few and usual parts win.
PART_COST = math.log(20_000)
# A known word, or one with parts this short, is only taken apart into words that are often parts.
OFTEN, SHORT = 5, 4


def split(word):
    """The two or more words that a folded compound is made of, without the letters that link them.

    In order; empty when it is no compound. A part may be a compound itself.
    """
    return tuple(word[start:end] for start, end in places(word))


def smallest_parts(word):
    """As `split`, with the parts that are compounds taken apart too: amateur, voetbal, verenigingen."""
    return tuple(small for part in split(word) for small in (smallest_parts(part) or (part,)))


def guessed_parts(word):
    """Words that an unknown word begins and ends with, for when nothing else can be made of it: the longest of each."""
    if len(word) < SHORTEST_COMPOUND or not word.isalpha() or word in words() or word in whole_words():
        return ()
    beginnings = (word[:end] for end in range(len(word) - SHORT, SHORT, -1))
    endings = (word[start:] for start in range(SHORT, len(word) - SHORT))
    found = [
        next((part for part in parts if is_often_part(part, place)), None)
        for place, parts in enumerate([beginnings, endings])
    ]
    return tuple(filter(None, found))


def is_often_part(word, place):
    """Whether it is often the first (place 0) or the last (1) part of a compound."""
    never, *elsewhere = not_parts()
    return part_counts().get(word, (0, 0))[place] >= OFTEN and word not in never and word not in elsewhere[place]


@lru_cache(maxsize=20_000)  # asked for several times while one text is analysed
def places(word):
    """[(start, end)] of the parts of a compound; empty when it is no compound."""
    if not (SHORTEST_COMPOUND <= len(word) <= LONGEST_COMPOUND and word.isalpha()) or word in whole_words():
        return []
    known = words()
    is_known = word in known
    best = {0: (0.0, ())}
    for end in range(SHORTEST_PART, len(word) + 1):
        for start, (cost, before) in list(best.items()):
            if end - start < SHORTEST_PART or word[start:end] not in known:
                continue
            more = part_cost(word, start, end, is_known)
            if more is None:
                continue
            for place in places_after(word, end):
                if place not in best or cost + more < best[place][0]:
                    best[place] = (cost + more, (*before, (start, end)))
    return list(best[len(word)][1]) if len(word) in best else []


def part_cost(word, start, end, is_known):
    """What it costs to take this known word for a part; None when it is none."""
    part = word[start:end]
    if part == word or not may_stand(part, start, end, word):
        return None
    times = part_counts().get(part, (0, 0))[end == len(word)]
    if times < OFTEN and (is_known or len(part) <= SHORT):
        return None
    return PART_COST - math.log(times + 0.1)


def places_after(word, end):
    """Where the next part can start: at once, or after a letter or two that link."""
    return [
        end + len(link) for link in LINKS if word.startswith(link, end) and (not link or end + len(link) < len(word))
    ]


def may_stand(part, start, end, word):
    """Whether this known word is meant, at this place, or stands there by chance."""
    never, never_first, never_last = not_parts()
    if part in never:
        return False
    return not (start == 0 and part in never_first) and not (end == len(word) and part in never_last)


@cache
def whole_words():
    return frozenset(read_lines("whole.txt"))


@cache
def not_parts():
    """(never a part, never the first, never the last)."""
    lines = read_lines("not_parts.txt")
    return (
        frozenset(line for line in lines if "-" not in line),
        frozenset(line[:-1] for line in lines if line.endswith("-")),
        frozenset(line[1:] for line in lines if line.startswith("-")),
    )
