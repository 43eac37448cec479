"""Suggestions while typing: subjects and places to go to, words to search for, and practices."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from practices.library.models import PracticePage
from practices.taxonomy.models import Term
from tests.practices.municipality_factories import EndedMunicipalityFactory
from tests.practices.practice_factories import municipality_page, published_practice
from tests.practices.term_factories import ApproachFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def spoort(saved):
    """A theme, a municipality and a practice whose names start alike, and a synonym."""
    with saved():
        town = municipality_page("Spoortdam")
        theme = ThemeFactory(name="Spoort", synonyms=["spoortclub"])
        practice = published_practice(town, title="Spoorten samen", themes=[theme])
        EndedMunicipalityFactory(name="Oud Spoort").successors.add(town.municipality)
    return theme, town, practice


def suggest(client, text):
    return client.get("/praktijken/suggesties/", {"q": text}).json()["suggestions"]


def texts(client, text):
    return [item["text"] for item in suggest(client, text)]


def test_things_come_with_what_they_are_and_words_search(client, spoort):
    shown = [(item["text"], item["url"], item["kind"], item["label"]) for item in suggest(client, "spoor")]

    assert shown == [
        ("Spoortdam", "/gemeenten/spoortdam/", "municipality", "gemeente"),
        ("Spoort", "/themas/spoort/", "term", "thema"),
        ("spoortclub", "/praktijken/?q=spoortclub", "keyword", ""),
        ("Oud Spoort", "/praktijken/?q=Oud+Spoort", "keyword", ""),
        ("Spoorten samen", "/gemeenten/spoortdam/spoorten-samen/", "practice", "praktijk"),
    ]


def test_word_that_is_the_name_of_a_thing_is_not_suggested_twice(client, spoort):
    assert texts(client, "spoort").count("Spoort") == 1


def test_every_kind_has_room(client, spoort, saved):
    with saved():
        for number in range(9):
            municipality_page(f"Spoorthuizen {number}")
            ApproachFactory(name=f"Spoort aanpak {number}")
            published_practice(title=f"Spoort praktijk {number}", slug=f"praktijk-{number}")

    kinds = [item["kind"] for item in suggest(client, "spoort")]

    assert {kind: kinds.count(kind) for kind in kinds if kind != "keyword"} == {
        "municipality": 1, "term": 1, "practice": 2,
    }  # fmt: skip


@pytest.mark.parametrize(("text", "queries"), [("", 0), ("zzz", 0), ("spoort", 5), ("samen", 2)])
def test_suggesting_asks_the_database_only_about_what_is_found(client, spoort, text, queries):
    suggest(client, "spoort")  # the addresses of the site are asked for once

    with CaptureQueriesContext(connection) as captured:
        suggest(client, text)

    assert len(captured) == queries


def close(theme, town, practice):
    PageViewRestriction.objects.create(page=town, restriction_type=PageViewRestriction.LOGIN)


def take_down(theme, town, practice):
    PracticePage.objects.update(live=False)


def merge(theme, town, practice):
    Term.objects.filter(pk=theme.pk).update(merged_into=Term.objects.exclude(pk=theme.pk).first())


@pytest.mark.parametrize(
    ("hide", "gone"),
    [
        (close, {"Spoortdam", "Spoorten samen"}),
        (take_down, {"Spoorten samen"}),
        (merge, {"Spoort"}),
    ],
)
def test_thing_that_is_hidden_is_not_suggested_though_the_index_lags(client, spoort, hide, gone):
    before = {item["text"] for item in suggest(client, "spoort") if item["label"]}

    hide(*spoort)

    assert before - {item["text"] for item in suggest(client, "spoort") if item["label"]} == gone
