import pytest

from search.registry import register_source, registered_sources, unregister_source
from tests.search.factories import FakeSource
from tests.search.fixtures import known_synonyms, search_index  # noqa: F401 - fixtures for the tests here


@pytest.fixture
def source():
    """The only registered source, with nothing in it."""
    others = registered_sources()
    for kind in others:
        unregister_source(kind)
    source = FakeSource()
    register_source("practice", source)
    yield source
    unregister_source("practice")
    for kind, other in others.items():
        register_source(kind, other)
