"""Nothing that a person can type makes an engine fail."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.query import SearchQuery, Sort
from tests.contract.engines import put
from tests.search.factories import EntryFactory

HOSTILE = [
    '"', '"voetbal', "(voetbal", "voetbal)", "[a TO z]", "{", "}", "\\", "voetbal\\", "/.*/", "/[/", "title:voetbal",
    "field:*", "id:*", "audience:hidden", "*", "*:*", "vo*", "?", "voet~", "voetbal^1000000", "-voetbal", "+", "- -",
    "NOT voetbal", "AND OR NOT", "voetbal AND", "\x00", "voet\x00bal", "\x01\x02\x1f", "\ud800", "\U0001f600",
    "👨‍👩‍👧‍👦",
    "ÀÉÎ", "İstanbul", "ﬁets", "Ⅷ", "١٢٣", "中文", "العربية", "\u202evoetbal", "a\u0301" * 50, "'", "''''", "'s", "a'",
    "-" * 100, "a-" * 500, "a.b." * 500, "x" * 10_000, "voetbal " * 5_000, "é" * 10_000, "a " * 10_000, "%00", "%s%n",
    "<script>", "${7*7}", "{{7*7}}", "'; DROP TABLE", "\n\r\t", "\ufeff", "\u200b", "1e999", "-1", "NaN", "None",
    "0" * 500, "kansengelijkheids" * 20, "ss" * 100,
]  # fmt: skip


@pytest.fixture
def filled(engine):
    put(engine, *EntryFactory.build_batch(3, body="voetbal kansen", facets={"theme": ("sport",)}, keywords=("Sport",)))
    return engine


def ask(engine, text):
    for sort in Sort:
        engine.search(SearchQuery(text=text, sort=sort, facet_names=("theme",)))
    engine.suggest(text, audiences=("public",))
    engine.similar(text, audiences=("public",))


def test_hostile_text_is_answered(filled):
    for text in HOSTILE:
        ask(filled, text)


def test_hostile_values_are_answered(filled):
    for text in HOSTILE:
        query = SearchQuery(
            facets={text: (text,), "theme": (text,)}, facet_names=(text,), kinds=(text,), audiences=(text,)
        )
        assert filled.search(query).total == 0


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(codec=None), max_size=60))
def test_random_text_is_answered(filled, text):
    ask(filled, text)


def test_hostile_entries_are_stored_and_found(engine):
    readable = [text.encode("utf-8", "ignore").decode() for text in HOSTILE]

    put(engine, *[EntryFactory(title=f"Walvis {text}", body=text, keywords=(text,)) for text in readable])

    assert engine.search(SearchQuery(text="walvis")).total == len(HOSTILE)
