import pytest

from practices.municipalities.loading import load_register


@pytest.fixture
def register(db):
    """The whole register as the project ships it."""
    load_register()
