"""Asks judged queries of an engine and counts how well it answers."""

from dataclasses import dataclass
from statistics import mean

from search.entry import SearchEntry
from search.evaluation.figures import DEPTH, ndcg, recall, reciprocal_rank
from search.evaluation.reading import JudgedQuery
from search.query import SearchQuery


@dataclass(frozen=True)
class Answer:
    """What came back for one judged query: the ids of the first ten, best first."""

    query: JudgedQuery
    found: list[str]

    @property
    def ndcg(self):
        return ndcg(self.found, self.query.grades)

    @property
    def reciprocal_rank(self):
        return reciprocal_rank(self.found, self.query.grades)

    @property
    def recall(self):
        return recall(self.found, self.query.grades)


@dataclass(frozen=True)
class Evaluation:
    """The answers to a judged set; each figure is the mean over its queries, between 0 and 1."""

    answers: list[Answer]

    @property
    def ndcg(self):
        return mean(answer.ndcg for answer in self.answers)

    @property
    def reciprocal_rank(self):
        return mean(answer.reciprocal_rank for answer in self.answers)

    @property
    def recall(self):
        return mean(answer.recall for answer in self.answers)

    @property
    def without_results(self):
        return sum(not answer.found for answer in self.answers)

    def worst(self, count=10):
        return sorted(self.answers, key=lambda answer: (answer.ndcg, answer.recall))[:count]


def evaluate(ask, judged):
    """An Evaluation of `ask(text)`, which gives the ids that it finds, best first."""
    return Evaluation([Answer(query, list(ask(query.text))[:DEPTH]) for query in judged])


def fill(engine, passages):
    """Makes these passages all that an engine holds."""
    engine.rebuild(
        SearchEntry(id=passage.id, kind="passage", title=passage.title, body=passage.text) for passage in passages
    )


def asker(engine):
    """ask(text) for `evaluate`: the first page of the answer that a visitor gets."""
    return lambda text: [hit.id for hit in engine.search(SearchQuery(text=text, page_size=DEPTH)).hits]
