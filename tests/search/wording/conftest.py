import pytest

from tests.search.conftest import source  # noqa: F401 - a fixture for the tests here
from tests.search.fixtures import editors_synonyms, search_index  # noqa: F401 - fixtures for the tests here
from tests.search.wording.people import somebody


@pytest.fixture
def coordinator(client, db):
    """Signed in, with every right on the words of search."""
    rights = ["synonymrule", "pinnedanswer"]
    person = somebody(
        "wording.view_askedtext",
        *(f"wording.{action}_{model}" for model in rights for action in ("add", "change", "delete", "view")),
    )
    client.force_login(person)
    return person


@pytest.fixture
def editor(client, db):
    """Signed in, with no more than a door to the admin."""
    person = somebody()
    client.force_login(person)
    return person
