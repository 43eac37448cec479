"""What is asked of the corpus: pairs of words by how many entries have them, with and without chosen facets."""

import random
from collections import Counter

from search.language.asking import has_words
from search.query import SearchQuery
from tests.benchmarks.search.corpus import FACETS, LONG_WORD, WORD

SAMPLE = 1_000
# Share of entries that have a word: of these to those.
COMMON, MIDDLE, RARE = (0.15, 0.8), (0.02, 0.15), (0.002, 0.02)
KINDS_OF_PAIRS = [(COMMON, COMMON), (COMMON, MIDDLE), (MIDDLE, MIDDLE), (RARE, MIDDLE)]


def full_pages(corpus, count, seed=21):
    """Questions for the results page: two words, all facets counted, 20 excerpts; every other one with a filter."""
    chance = random.Random(seed)
    words = words_by_frequency(corpus)
    for number in range(count):
        first, second = KINDS_OF_PAIRS[number % len(KINDS_OF_PAIRS)]
        name = chance.choice(list(FACETS))
        chosen = {name: (f"{name}-{chance.randrange(3)}",)} if number % 8 >= 4 else {}
        text = f"{chance.choice(words[first])} {chance.choice(words[second])}"
        yield SearchQuery(text=text, facets=chosen, facet_names=tuple(FACETS))


def beginnings(corpus, count, seed=22):
    """What somebody has typed so far: the first three to six letters of a word."""
    chance = random.Random(seed)
    words = sorted({word.lower() for entry in corpus.entries(50) for word in LONG_WORD.findall(entry.title)})
    return [chance.choice(words)[: chance.randint(3, 6)] for _ in range(count)]


def words_by_frequency(corpus):
    found = Counter()
    for entry in corpus.entries(SAMPLE):
        found.update({word.lower() for word in WORD.findall(entry.body) if len(word) > 4})
    found = {word: times for word, times in found.items() if has_words(word)}
    return {
        (least, most): sorted(word for word, times in found.items() if least <= times / SAMPLE < most)
        for least, most in (COMMON, MIDDLE, RARE)
    }
