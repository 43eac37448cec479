"""For tests that need Elasticsearch: `from tests.elasticsearch.fixtures import elasticsearch_url`."""

import os

import pytest

from tests.elasticsearch.server import NoServerError, running_server

WHERE = "ELASTICSEARCH_TEST_URL"


@pytest.fixture(scope="session")
def elasticsearch_url():
    """The address that ELASTICSEARCH_TEST_URL names, or that of a node which runs for the tests."""
    if named := os.environ.get(WHERE):
        yield named.rstrip("/")
        return
    try:
        with running_server() as url:
            yield url
    except NoServerError as error:
        pytest.skip(f"no Elasticsearch: {error}; or name one in {WHERE}")
