from contextlib import contextmanager

import pytest

from search.outbox.actions import drain_outbox
from tests.search.fixtures import search_index  # noqa: F401


@pytest.fixture
def saved(django_capture_on_commit_callbacks):
    """`with saved():` as if what happens within is saved for good and search has heard of it."""

    @contextmanager
    def saved():
        with django_capture_on_commit_callbacks(execute=True):
            yield
        # A test is one transaction, in which the outbox asks for a drain only once.
        drain_outbox()

    return saved
