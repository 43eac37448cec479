"""For tests of any room: `from tests.search.fixtures import search_index  # noqa: F401`."""

import pytest

from search.engines import get_engine
from search.language import synonyms
from search.wording.rules import EditorsSynonyms


@pytest.fixture
def search_index(own_data):
    """The engine with an empty index: only what is sent through the outbox can be found.

    Without it the first search makes the index out of the database, and a change that nobody
    noted would not show.
    """
    engine = get_engine()
    engine.rebuild([])
    return engine


@pytest.fixture
def known_synonyms(monkeypatch):
    """`known_synonyms("a = b", "c > d")` lets these be the only synonyms."""

    def know(*lines):
        known = synonyms.Synonyms(synonyms.read(lines))
        monkeypatch.setattr(synonyms, "_provider", lambda: known)

    return know


@pytest.fixture
def editors_synonyms(monkeypatch, db):
    """Search knows what editors say, at once: one query for each question with words."""
    monkeypatch.setattr(synonyms, "_provider", EditorsSynonyms(seconds=0))
