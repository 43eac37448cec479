import uuid

import pytest

from search.engines.elastic import ElasticEngine, Options
from tests.elasticsearch.fixtures import elasticsearch_url  # noqa: F401 - a fixture for the tests here
from tests.elasticsearch.proxy import proxy_to
from tests.search.factories import EntryFactory


@pytest.fixture
def name():
    """What the names of this test's indexes begin with."""
    return f"test-{uuid.uuid4().hex[:12]}"


@pytest.fixture
def entries():
    """What the sources hold."""
    return [EntryFactory(title="Walvis")]


@pytest.fixture
def make_engine(elasticsearch_url, name, entries):  # noqa: F811 - the fixture above
    """Makes engines on the same indexes, as in several processes."""

    def make(url=elasticsearch_url, **options):
        chosen = Options(**({"replicas": 0, "asking_seconds": 30} | options))
        return ElasticEngine(f"{url}/{name}", entries=lambda: iter(entries), options=chosen)

    yield make
    make().remove()


@pytest.fixture
def engine(make_engine):
    return make_engine()


@pytest.fixture
def proxy(elasticsearch_url):  # noqa: F811 - the fixture above
    with proxy_to(elasticsearch_url) as proxy:
        yield proxy
