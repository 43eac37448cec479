"""How good a ranking is, from grades that people gave: 0 is not relevant, higher is better."""

import math

DEPTH = 10


def ndcg(ranked, grades, depth=DEPTH):
    """Normalised discounted cumulative gain: 1 when the best graded stand on top, in order.

    The gain of a grade is 2^grade - 1, so that one excellent answer outweighs two that touch the subject
    (Burges and others, 2005; Elasticsearch's rank_eval counts the same).
    """
    best = sorted(grades.values(), reverse=True)
    return gain([grades.get(id, 0) for id in ranked[:depth]]) / gain(best[:depth])


def gain(grades):
    return sum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, 1))


def reciprocal_rank(ranked, grades, depth=DEPTH):
    """1 when the first answer is relevant, 1/2 when the second is the first that is, 0 when none is."""
    places = (place for place, id in enumerate(ranked[:depth], 1) if grades.get(id, 0) > 0)
    return 1 / next(places, math.inf)


def recall(ranked, grades, depth=DEPTH):
    """Share of all that is relevant that stands among the first `depth`."""
    relevant = {id for id, grade in grades.items() if grade > 0}
    return len(relevant.intersection(ranked[:depth])) / len(relevant)
