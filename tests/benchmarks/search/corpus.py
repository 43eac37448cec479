"""Dutch entries that were never written: as many as asked, the same ones on every machine.

Sentences come from the judged passages, half of an entry's from one neighbourhood of them, so that words are as skewed
as on a real site. A handful of texts has few words: some of the longer ones are replaced by compounds of two of their
words, drawn from 300,000, the first more often than the last, so that the number of different words grows with the
corpus (Heaps' law).
"""

import json
import random
import re
from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from search.entry import SearchEntry

PASSAGES = Path(__file__).parent.parent / "relevance" / "passages.jsonl"
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý])")
WORD, LONG_WORD = re.compile(r"[^\W\d_]+"), re.compile(r"[^\W\d_]{6,}")
WORDS_AN_ENTRY, SPREAD, SHORTEST = 600, 150, 250
NEIGHBOURS, FROM_HOME, REPLACED = 20, 0.5, 0.09
COMPOUNDS = 300_000
BEGINNINGS = ("Oude", "Nieuwe", "Ooster", "Wester", "Zuider", "Noorder", "Hoge", "Lage", "Heer", "Water", "Rijn", "Eem")
ENDINGS = (
    "dam",
    "wijk",
    "hoven",
    "stede",
    "laar",
    "recht",
    "burg",
    "veld",
    "drecht",
    "oord",
    "broek",
    "voort",
    "muiden",
)
MUNICIPALITIES = [beginning + ending for beginning in BEGINNINGS for ending in ENDINGS]
# How many values each facet of the search page has, and how many of them one entry has at most.
FACETS = {
    "theme": (30, 3), "approach": (24, 2), "target_group": (30, 3), "ground": (12, 2), "role": (10, 2),
    "province": (12, 1), "size": (5, 1), "phase": (5, 1), "evidence": (5, 1), "cost": (4, 1), "year": (18, 3),
}  # fmt: skip
LAST_DAY = datetime(2026, 11, 1, tzinfo=UTC)


class Corpus:
    """Entry number i is the same whatever the size of the corpus."""

    def __init__(self, seed=20):
        self.seed = seed
        texts = [json.loads(line)["text"] for line in PASSAGES.read_text(encoding="utf-8").splitlines()]
        self.sentences = [sentence for text in texts for sentence in sentences_of(text)]
        places = range(0, len(self.sentences) - NEIGHBOURS, NEIGHBOURS)
        self.homes = [self.sentences[place : place + NEIGHBOURS] for place in places]
        self.compounds = self._compounds()
        self.compound_weights = list(accumulate(1 / rank**0.8 for rank in range(1, COMPOUNDS + 1)))

    def entries(self, count):
        return (self.entry(number) for number in range(count))

    def entry(self, number):
        chance = random.Random(f"{self.seed}:{number}")
        home = chance.randrange(len(self.homes))
        body = self._body(chance, home)
        long_words = sorted(set(LONG_WORD.findall(body)))
        return SearchEntry(
            id=f"corpus.entry:{number}",
            kind="practice",
            title=" ".join(chance.sample(long_words, chance.randint(3, 6))).capitalize(),
            url=f"/praktijken/{number}/",
            summary=self._sentence(chance, home),
            body=body,
            keywords=(MUNICIPALITIES[int(len(MUNICIPALITIES) * chance.random() ** 2)],),
            facets={name: self._values(chance, name, home) for name in FACETS},
            published_at=LAST_DAY - timedelta(minutes=chance.randrange(5_000_000)),
            completeness=chance.randrange(20, 101),
        )

    def _body(self, chance, home):
        length = max(SHORTEST, int(chance.gauss(WORDS_AN_ENTRY, SPREAD)))
        sentences, words = [], 0
        while words < length:
            sentences.append(self._sentence(chance, home))
            words += sentences[-1].count(" ") + 1
        return "\n".join(" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5))

    def _sentence(self, chance, home):
        sentence = chance.choice(self.homes[home] if chance.random() < FROM_HOME else self.sentences)
        return LONG_WORD.sub(lambda found: self._word(chance, found.group()), sentence)

    def _word(self, chance, word):
        if chance.random() > REPLACED:
            return word
        return self.compounds[bisect_left(self.compound_weights, chance.random() * self.compound_weights[-1])]

    def _values(self, chance, name, home):
        stock, most = FACETS[name]
        first = home % stock if name == "theme" else int(stock * chance.random() ** 2)
        more = [chance.randrange(stock) for _ in range(chance.randrange(most))]
        return tuple(f"{name}-{value}" for value in dict.fromkeys([first, *more]))

    def _compounds(self):
        words = {word.lower() for sentence in self.sentences for word in WORD.findall(sentence)}
        parts = sorted(word for word in words if 4 <= len(word) <= 11)
        chance, found = random.Random(self.seed), {}
        while len(found) < COMPOUNDS:
            found[chance.choice(parts) + chance.choice(parts)] = None
        return list(found)


def sentences_of(text):
    return [sentence for sentence in SENTENCE_END.split(text) if 5 <= len(sentence.split()) <= 60]
