import pytest

from tests.search.fixtures import search_index  # noqa: F401


@pytest.fixture(autouse=True)
def empty_index(search_index):  # noqa: F811
    """Only what is sent through the outbox can be found."""
