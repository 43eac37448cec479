"""The columns in which an index keeps the values of a facet, to count them.

A column with one value an entry is counted in a fraction of the time that one with several takes.
"""

from collections import Counter

SINGLE_COLUMNS = 3


def columns_of(facets):
    """{column: value or values}: the first values of a facet each in a column of its own, the rest together."""
    columns = {}
    for name, values in facets.items():
        *single, last = columns_for(name)
        distinct = list(dict.fromkeys(values))
        columns |= zip(single, distinct, strict=False)
        if rest := distinct[SINGLE_COLUMNS:]:
            columns[last] = rest
    return columns


def columns_for(name):
    """All that a facet may have."""
    return [f"{name}:{place}" for place in range(SINGLE_COLUMNS + 1)]


def summed(columns):
    """{value: count}, most frequent first, of the buckets ({"key", "doc_count"}) of each of a facet's columns."""
    counts = Counter()
    for buckets in columns:
        for bucket in buckets:
            counts[bucket["key"]] += bucket["doc_count"]
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
