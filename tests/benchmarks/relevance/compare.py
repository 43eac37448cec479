"""Prints how well our engines and their peers find the judged passages: make bench-relevance."""

import os
from contextlib import contextmanager
from pathlib import Path

from search.evaluation.reading import read_judged, read_passages
from search.evaluation.running import asker, evaluate, fill
from search.evaluation.scratch import SCRATCH, WHERE, scratch_engine
from tests.benchmarks.relevance.peers import elasticsearch_dutch, postgresql, sqlite_fts5, stock_dutch
from tests.elasticsearch.server import NoServerError, running_server

HERE = Path(__file__).parent
HALVES = {"tuning half": "tuning.tsv", "held-out half": "held_out.tsv"}


def compare():
    passages = read_passages(HERE / "passages.jsonl")
    halves = {title: read_judged(HERE / name, passages) for title, name in HALVES.items()}
    with elasticsearch():
        compare_on(passages, halves)


def compare_on(passages, halves):
    engines = contenders()
    for title, judged in halves.items():
        print(f"\n{title}: {len(judged)} queries, {len(passages)} passages")
        print(f"{'':<28} nDCG@10   MRR@10  recall@10  without results")
        for name, engine in engines.items():
            with engine(passages) as ask:
                print(f"{name:<28} {row(evaluate(ask, judged))}", flush=True)


def row(evaluation):
    figures = f"{evaluation.ndcg:>7.3f}  {evaluation.reciprocal_rank:>7.3f}  {evaluation.recall:>9.3f}"
    return f"{figures}  {evaluation.without_results:>15}"


def contenders():
    """{name: context manager over passages that gives ask(text)}."""
    peers = {"peer: SQLite FTS5": sqlite_fts5, "peer: tantivy dutch": stock_dutch}
    if WHERE in os.environ:
        peers["peer: Elasticsearch dutch"] = elasticsearch_dutch
    if "postgres" in os.environ.get("DATABASE_URL", ""):
        peers["peer: PostgreSQL dutch"] = postgresql
    else:
        print("LEFT OUT: PostgreSQL, for which DATABASE_URL must name a server")
    left_out = () if WHERE in os.environ else ("elastic",)
    return {name: ours(name) for name in SCRATCH if name not in left_out} | peers


@contextmanager
def elasticsearch():
    """Runs a node of our own where none is named."""
    if WHERE in os.environ:
        yield
        return
    try:
        with running_server(is_measured=True) as url:
            os.environ[WHERE] = url
            yield
    except NoServerError as error:
        print(f"LEFT OUT: Elasticsearch, because {error}; or name one in {WHERE}")
        yield


def ours(name):
    @contextmanager
    def engine(passages):
        with scratch_engine(name) as scratch:
            fill(scratch, passages)
            yield asker(scratch)

    return engine


if __name__ == "__main__":
    compare()
