"""Prints how fast the engines and their peers index, answer and complete the same corpus: make bench-search."""

import argparse
import gc
import time
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from statistics import quantiles

from scripts.house import commands, postgres
from search.evaluation.scratch import NoEngineError
from search.outbox.rebuilding import rebuild_index
from tests.benchmarks.relevance.compare import elasticsearch
from tests.benchmarks.search import peers, site
from tests.benchmarks.search.corpus import Corpus
from tests.benchmarks.search.goals import Figures, tell_goals
from tests.benchmarks.search.questions import beginnings, full_pages
from tests.benchmarks.search.wagtail_search import TooSlowError, WagtailSearch

SIZES = (1_000, 10_000, 100_000)
# Java goes on making its code faster for the first two thousand questions.
QUESTIONS, WARM_UP = 400, 2_000
# A peer that needs longer is not asked any more, and counts with what it answered.
PATIENCE_SECONDS, LEAST_QUESTIONS = 60, 10
INDEXING_PATIENCE_SECONDS = 120
COLUMNS = (
    f"{'index s':>9}{'a second':>10}{'MB':>8}{'page p50':>10}{'p95 ms':>9}{'suggest p50':>13}{'p95 ms':>9}{'taken':>8}"
)
HEADER = f"{'':<34}{COLUMNS}  same answer"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="", help="how many entries, with commas between")
    sizes = [int(size) for size in filter(None, parser.parse_args().sizes.split(","))] or SIZES
    corpus, figures = Corpus(), Figures()
    site.make_site()
    with ExitStack() as running:
        running.enter_context(elasticsearch())
        database = running.enter_context(postgresql_server())
        for size in sizes:
            compare(corpus, size, contenders(database), figures)
    tell_goals(figures)


@contextmanager
def postgresql_server():
    """The address of a server of our own, or None."""
    try:
        with postgres.server() as url:
            yield url
    except commands.CannotGoOnError as error:
        print(f"LEFT OUT: PostgreSQL, because {error}")
        yield None


def contenders(database):
    """{name: context manager that gives something to fill and ask}; ours first, with which the others must agree."""
    found = {
        "embedded": lambda: peers.ours("embedded"),
        "Elasticsearch": lambda: peers.ours("elastic"),
        "peer: SQLite FTS5, our words": peers.sqlite_fts5,
    }
    if database:
        found["peer: PostgreSQL, dutch"] = lambda: peers.postgresql(database)
    return found | {"peer: Wagtail's search on SQLite": wagtail_search}


@contextmanager
def wagtail_search():
    yield WagtailSearch(INDEXING_PATIENCE_SECONDS)


def compare(corpus, size, contenders, figures):
    entries = list(corpus.entries(size))
    pages, typed = list(full_pages(corpus, WARM_UP + QUESTIONS)), beginnings(corpus, QUESTIONS)
    gc.freeze()  # a site does not hold the corpus: looking through it would be counted as answering
    site.tell(corpus, size)
    print(f"\n{size:,} entries of about 600 words; all facets of the page, 20 excerpts\n{HEADER}", flush=True)
    wanted = {}
    for name, contender in contenders.items():
        try:
            with contender() as asked:
                line, answers = measure(asked, entries, pages, typed)
        except (NoEngineError, TooSlowError) as error:
            print(f"{name:<34}LEFT OUT: {error}", flush=True)
            continue
        wanted = wanted or answers
        # Where ours adds entries with some of the words, there is nothing to compare.
        agreement = [same_as(wanted[number], answer) for number, answer in answers.items() if wanted[number].is_whole]
        print(f"{name:<34}{line}  {sum(agreement)} of {len(agreement)}", flush=True)
        figures.note(name, size, line, is_same=all(agreement))
    rebuild_from_database(size, figures)


class Line:
    """The figures of one contender, as text in the columns of HEADER.

    `taken` is the part of our time in which the machine worked for others: with more than a few percent, measure again.
    """

    def __init__(self, seconds, count, size_bytes, pages, suggestions, taken):
        self.seconds, self.rate, self.megabytes = seconds, count / seconds, size_bytes / 1e6
        self.page, self.suggestion, self.taken = cuts(pages), cuts(suggestions), taken

    def __str__(self):
        times = "{:>10.2f}{:>9.2f}{:>13.2f}{:>9.2f}".format(*self.page, *self.suggestion)
        return f"{self.seconds:>9.1f}{self.rate:>10.0f}{self.megabytes:>8.0f}{times}{self.taken:>8.0%}"

    def __format__(self, _spec):
        return str(self)


def cuts(times):
    """(p50, p95) in milliseconds."""
    found = quantiles(times, n=20)
    return found[9] * 1000, found[18] * 1000


def measure(asked, entries, pages, typed):
    """(Line, {number: Answer})"""
    began = time.perf_counter()
    asked.fill(iter(entries))
    seconds = time.perf_counter() - began
    for query in islice(pages, WARM_UP):
        asked.page(query)
        if time.perf_counter() - began - seconds > PATIENCE_SECONDS:
            break
    before = processor_time()
    page_times, answers = timed(asked.page, pages[WARM_UP:])
    suggestion_times, _found = timed(asked.suggest, typed)
    taken, passed = (now - then for now, then in zip(processor_time(), before, strict=True))
    sizes = len(entries), asked.size_bytes()
    return Line(seconds, *sizes, page_times, suggestion_times, taken / max(passed, 1)), answers


def processor_time():
    """(what a host took from this virtual machine, all of it), in ticks since it started; zeros where nobody counts."""
    counts = Path("/proc/stat")
    ticks = [int(word) for word in counts.read_text().split(maxsplit=9)[1:9]] if counts.exists() else [0] * 8
    return ticks[-1], sum(ticks)


def timed(ask, questions):
    """([seconds], {number: answer}); ends early when it takes too long."""
    times, answers, began = [], {}, time.perf_counter()
    for number, question in enumerate(questions):
        started = time.perf_counter()
        answers[number] = ask(question)
        times.append(time.perf_counter() - started)
        if time.perf_counter() - began > PATIENCE_SECONDS and len(times) >= LEAST_QUESTIONS:
            break
    return times, answers


def same_as(wanted, answer):
    return (wanted.total, wanted.facets) == (answer.total, answer.facets)


def rebuild_from_database(size, figures):
    began = time.perf_counter()
    count = rebuild_index()
    seconds = time.perf_counter() - began
    print(f"{'rebuild from the database':<34}{seconds:>9.1f}{count / seconds:>10.0f}", flush=True)
    figures.rebuilds[size] = seconds
