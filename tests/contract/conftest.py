"""The engines that must keep the contract. A new engine needs a function and a name here, no tests."""

import tempfile
from pathlib import Path

import pytest

from search.engines.embedded import EmbeddedEngine

# In memory where that is possible: each commit waits for the disk, and these tests commit a lot.
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
FOLDER_FOR_INDEXES = MEMORY if MEMORY.is_dir() else None


@pytest.fixture
def fast_path():
    with tempfile.TemporaryDirectory(prefix="leerkring-", dir=FOLDER_FOR_INDEXES) as path:
        yield Path(path)


def embedded(path):
    return EmbeddedEngine(path, entries=list)


ENGINES = {"embedded": embedded}


@pytest.fixture(params=ENGINES)
def engine(request, fast_path):
    """An engine that holds nothing."""
    return ENGINES[request.param](fast_path)
