"""Prints how well our engines and their peers find the judged passages: make bench-relevance."""

import os
from contextlib import contextmanager
from pathlib import Path

from search.evaluation.reading import read_judged, read_passages
from search.evaluation.running import asker, evaluate, fill
from search.evaluation.scratch import SCRATCH, scratch_engine
from tests.benchmarks.relevance.peers import postgresql, sqlite_fts5, stock_dutch

HERE = Path(__file__).parent
HALVES = {"tuning half": "tuning.tsv", "held-out half": "held_out.tsv"}


def compare():
    passages = read_passages(HERE / "passages.jsonl")
    halves = {title: read_judged(HERE / name, passages) for title, name in HALVES.items()}
    engines = contenders()
    for title, judged in halves.items():
        print(f"\n{title}: {len(judged)} queries, {len(passages)} passages")
        print(f"{'':<24} nDCG@10   MRR@10  recall@10  without results")
        for name, engine in engines.items():
            with engine(passages) as ask:
                print(f"{name:<24} {row(evaluate(ask, judged))}", flush=True)


def row(evaluation):
    figures = f"{evaluation.ndcg:>7.3f}  {evaluation.reciprocal_rank:>7.3f}  {evaluation.recall:>9.3f}"
    return f"{figures}  {evaluation.without_results:>15}"


def contenders():
    """{name: context manager over passages that gives ask(text)}."""
    peers = {"peer: SQLite FTS5": sqlite_fts5, "peer: stock dutch": stock_dutch}
    if "postgres" in os.environ.get("DATABASE_URL", ""):
        peers["peer: PostgreSQL dutch"] = postgresql
    else:
        print("LEFT OUT: PostgreSQL, for which DATABASE_URL must name a server")
    return {name: ours(name) for name in SCRATCH} | peers


def ours(name):
    @contextmanager
    def engine(passages):
        with scratch_engine(name) as scratch:
            fill(scratch, passages)
            yield asker(scratch)

    return engine


if __name__ == "__main__":
    compare()
