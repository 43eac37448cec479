"""Takes many texts apart in a second process, while the first reads from the database and writes the index.

A rebuild spends half its time on words, and one process uses one core. `multiprocessing` would do, but runs the main
program anew in the second process: whoever starts the site in a way of their own would start it twice.
"""

import os
import pickle
import subprocess
import sys
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import islice

from search.engines.fields import analysed_fields

# A second process takes a second to start: so many are sooner done without.
FEW = 2_000
BATCH, AHEAD = 200, 2


def with_fields(entries):
    """(entry, its AnalysedFields) for each of the entries, in order; reads some batches ahead."""
    entries = iter(entries)
    yield from ((entry, analysed_fields(entry)) for entry in islice(entries, FEW))
    if batch := list(islice(entries, BATCH)):
        with second_process() as process, ThreadPoolExecutor(1) as line:
            waiting = deque()
            while batch:
                waiting.append((batch, line.submit(ask, process, batch)))
                batch = list(islice(entries, BATCH))
                if len(waiting) > AHEAD or not batch:
                    yield from done(*waiting.popleft())
            while waiting:
                yield from done(*waiting.popleft())


def done(batch, promise):
    return zip(batch, promise.result(), strict=True)


@contextmanager
def second_process():
    """It ends with the first, however that ends: nothing comes through its pipe any more."""
    path = os.pathsep.join(filter(None, sys.path))
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", f"from {__name__} import serve; serve()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def ask(process, entries):
    """The AnalysedFields of each of the entries; made here when the process was killed."""
    try:
        pickle.dump(entries, process.stdin)
        process.stdin.flush()
        return pickle.load(process.stdout)  # noqa: S301 - of our own process
    except (OSError, EOFError, pickle.UnpicklingError):
        return all_fields(entries)


def all_fields(entries):
    return [analysed_fields(entry) for entry in entries]


def serve():
    """What the second process does: answers batches of entries with their fields until there are no more."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    with suppress(EOFError, BrokenPipeError):
        while True:
            pickle.dump(all_fields(pickle.load(source)), target)  # noqa: S301 - of the process that started us
            target.flush()
