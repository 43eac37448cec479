"""An engine of one's own that is gone afterwards, for measuring."""

import tempfile
from contextlib import contextmanager

from search.engines.embedded import EmbeddedEngine


@contextmanager
def scratch_engine(name):
    """An empty engine of this name; raises LookupError when it cannot be had."""
    if name not in SCRATCH:
        raise LookupError(f"There is no engine {name!r}; there are: {', '.join(SCRATCH)}.")
    with SCRATCH[name]() as engine:
        yield engine


@contextmanager
def embedded():
    with tempfile.TemporaryDirectory(prefix="leerkring-evaluation-") as folder:
        yield EmbeddedEngine(folder, entries=list)


SCRATCH = {"embedded": embedded}
