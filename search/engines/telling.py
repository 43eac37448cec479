"""Which words tell what an entry is about: frequent in it and rare elsewhere."""

import math
from collections import Counter

from search.language.analysis import analyses

MOST_TERMS = 25
FACET_WEIGHT = 1.5
TITLE_COUNTS = 3


def term_counts(entry):
    """{term: times}, those of the title three times."""
    text = "\n".join([entry.title] * TITLE_COUNTS + [entry.summary, *entry.keywords, entry.body])
    return Counter(term for analysis in analyses(text) for term in analysis.terms)


def telling_values(entry, facets):
    """(name, value) of each value that the entry has in these facets; in all of them for None."""
    return [(name, value) for name in entry.facets if facets is None or name in facets for value in entry.facets[name]]


def telling_terms(counts, elsewhere, stock):
    """[(term, weight up to 1)]; `elsewhere(term)` is the number of the `stock` entries that have it."""
    weighed = []
    for term, times in counts.items():
        rarity = math.log((stock + 2) / (elsewhere(term) + 1))
        weighed.append((math.sqrt(times) * rarity, term))
    best = sorted(weighed, reverse=True)[:MOST_TERMS]
    highest = best[0][0] if best else 0
    return [(term, weight / highest) for weight, term in best if weight > 0]
