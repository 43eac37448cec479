"""Takes many texts apart in a second process, while the first reads from the database and writes the index.

A rebuild spends half its time on words, and one process uses one core. `multiprocessing` would do, but runs the main
program anew in the second process: whoever starts the site in a way of their own would start it twice.
"""

import gc
import os
import pickle
import subprocess
import sys
from collections import deque
from contextlib import contextmanager, suppress
from itertools import islice
from queue import SimpleQueue
from threading import Thread

from search.engines.fields import analysed_fields

# A second process takes a second to start: so many are sooner done without.
FEW = 500
BATCH, AHEAD = 100, 2


def with_fields(entries):
    """(entry, its AnalysedFields) for each of the entries, in order; reads some batches ahead."""
    entries = iter(entries)
    yield from ((entry, analysed_fields(entry)) for entry in islice(entries, FEW))
    if batch := list(islice(entries, BATCH)):
        with second_process() as process:
            waiting = deque()
            while batch:
                send(process, batch)
                waiting.append(batch)
                batch = list(islice(entries, BATCH))
                if len(waiting) > AHEAD:
                    yield from received(process, waiting.popleft())
            while waiting:
                yield from received(process, waiting.popleft())


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


def send(process, entries):
    with suppress(OSError):  # it was killed, which `received` will see
        pickle.dump(entries, process.stdin)
        process.stdin.flush()


def received(process, entries):
    """Pairs of each of the entries, which were sent, and its fields; made here when the process was killed."""
    try:
        fields = pickle.load(process.stdout)  # noqa: S301 - of our own process
    except (OSError, EOFError, pickle.UnpicklingError):
        fields = all_fields(entries)
    return zip(entries, fields, strict=True)


def all_fields(entries):
    return [analysed_fields(entry) for entry in entries]


def serve():
    """What the second process does: answers batches of entries with their fields until there are no more."""
    gc.disable()  # nothing that is made here holds itself, and there is much to look through
    batches = SimpleQueue()
    Thread(target=read_all, args=[batches], daemon=True).start()
    with suppress(BrokenPipeError):
        while batch := batches.get():
            pickle.dump(all_fields(batch), sys.stdout.buffer)
            sys.stdout.buffer.flush()


def read_all(batches):
    """Takes in what comes also while fields are made and sent, so that nobody waits for who waits for him."""
    with suppress(EOFError):
        while True:
            batches.put(pickle.load(sys.stdin.buffer))  # noqa: S301 - of the process that started us
    batches.put(None)
