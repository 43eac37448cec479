"""The engines that must keep the contract. A new engine needs a fixture and a name here, no tests."""

import tempfile
import uuid
from pathlib import Path

import pytest

from search.engines.elastic import ElasticEngine, Options
from search.engines.embedded import EmbeddedEngine
from tests.elasticsearch.fixtures import elasticsearch_url  # noqa: F401 - a fixture for the tests here
from tests.search.fixtures import known_synonyms  # noqa: F401 - a fixture for the tests here

# In memory where that is possible: each commit waits for the disk, and these tests commit a lot.
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
FOLDER_FOR_INDEXES = MEMORY if MEMORY.is_dir() else None
ENGINES = ["embedded", pytest.param("elastic", marks=pytest.mark.elasticsearch)]


@pytest.fixture
def embedded():
    with tempfile.TemporaryDirectory(prefix="leerkring-", dir=FOLDER_FOR_INDEXES) as path:
        yield EmbeddedEngine(path, entries=list)


@pytest.fixture
def elastic(elasticsearch_url):  # noqa: F811 - the fixture above
    name = f"test-{uuid.uuid4().hex[:12]}"
    engine = ElasticEngine(f"{elasticsearch_url}/{name}", entries=list, options=Options(replicas=0, asking_seconds=30))
    yield engine
    engine.remove()


@pytest.fixture(params=ENGINES)
def engine(request):
    """An engine that holds nothing."""
    return request.getfixturevalue(request.param)
