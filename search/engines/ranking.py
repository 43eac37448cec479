"""What counts for how much, and in which order equals stand: the same numbers for every engine."""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from search.query import Sort

# One field holds the whole entry, title and summary so many times. With fields of their own a word that is common in
# texts and rare in titles would count in a title as if it were rare, and each asked word would take longer.
TITLE_TIMES, SUMMARY_TIMES = 5, 2
# A shorter entry, such as the name of a place, counts as one of so many words: hundreds of these would otherwise
# make every story look long, and rank it lower for that.
SHORTEST_TEXT = 250
# How much a term counts that is part of a compound, beside one that stands in the text.
IN_COMPOUND = 0.3
# What a word counts that stands in a file of the entry: the same for each word, and less than in the text.
IN_FILE = 0.3
# What two words count that stand together, as they were asked.
STANDS_TOGETHER = 0.6
# Of several ways to find a word the best counts, and so much of each other.
TIE_BREAKER = 0.1
# How much one part of an asked compound counts where not all of its parts are there.
ONE_PART = 0.6
# With fewer entries that have all words than fit on a page, those that have some follow below them.
FEW = 20
# Of so many words at least two must be there, unless nobody has two.
MANY = 5
# A page that lies deeper is only fetched when it is sure to exist: an engine makes room for all that stand before it.
FREE_DEPTH = 10_000
MOST_VALUES = 10_000
FACET_NAME = re.compile(r"[a-z][a-z0-9_]*")
KIND = "kind"

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
SECONDS_A_YEAR = 365.25 * 24 * 3600
# A complete and recent entry scores at most about a quarter more than an old and empty one.
COMPLETENESS_WEIGHT, YEARLY_WEIGHT, TIE_WEIGHT = 0.3, 0.01, 0.005


@dataclass(frozen=True)
class SortKeys:
    """Numbers that an engine sorts by, highest first; equals lie in the same order in every index.

    A score is multiplied with log2(2 + quality).
    """

    newest: int
    complete: int
    quality: float


def sort_keys(entry):
    seconds, tie = age_and_tie(entry)
    return SortKeys(
        newest=(seconds << 29) | (tie & 0x1FFFFFFF),
        complete=(entry.completeness << 56) | (seconds << 22) | (tie & 0x3FFFFF),
        quality=quality(entry, seconds, tie),
    )


def age_and_tie(entry):
    """(seconds since 1970 in 34 bits, a number that is the same for this id in every index)."""
    seconds = int(entry.published_at.timestamp()) if entry.published_at else 0
    tie = int.from_bytes(hashlib.blake2b(entry.id.encode(), digest_size=4).digest(), "big")
    return min(max(seconds, 0), 2**34 - 1), tie


def quality(entry, seconds, tie):
    years = max(0.0, (seconds - EPOCH.timestamp()) / SECONDS_A_YEAR)
    return COMPLETENESS_WEIGHT * entry.completeness / 100 + YEARLY_WEIGHT * min(years, 50) + TIE_WEIGHT * tie / 2**32


def sort_of(query, words):
    """The asked sort; without words nothing is more relevant than the newest."""
    return Sort.NEWEST if query.sort == Sort.RELEVANCE and not words else query.sort


def may_loosen(query, words):
    """Whether entries with some of the words are an answer too."""
    return not query.is_strict and (len(words) > 1 or any(word.loose for word in words))


def clamp(query, total):
    """The asked page, or the last one when it does not exist."""
    last = max(1, -(-total // query.page_size))
    return min(max(1, query.page), last)
