"""Search hears by itself that a recognition lapsed."""

from datetime import date

import pytest
from django.core.cache import cache
from django.core.management import call_command

from practices.library.lapsing import CACHE_KEY, note_lapsed_evidence
from search.engines import get_engine
from search.outbox.models import Change
from search.query import SearchQuery
from tests.practices.practice_factories import published_practice

pytestmark = pytest.mark.django_db


@pytest.fixture
def recognised(search_index, saved, time_machine):
    """Recognised until the end of June, published in May."""
    time_machine.move_to("2026-05-01 12:00 +0200")
    with saved():
        return published_practice(evidence_level="goed-onderbouwd", evidence_expires_on=date(2026, 6, 30))


def with_this_level():
    return get_engine().search(SearchQuery(facets={"evidence": ("goed-onderbouwd",)})).total


@pytest.mark.parametrize(("today", "found"), [("2026-06-30", 1), ("2026-07-01", 0), ("2026-07-30", 0)])
def test_lapsed_recognition_leaves_the_filter(recognised, saved, time_machine, today, found):
    time_machine.move_to(f"{today} 12:00 +0200")

    with saved():
        note_lapsed_evidence()

    assert with_this_level() == found


def test_a_recognition_that_lapsed_is_noted_once(recognised, time_machine):
    time_machine.move_to("2026-07-01 12:00 +0200")

    for _time in range(3):
        note_lapsed_evidence()

    assert Change.objects.count() == 1


def test_nothing_is_noted_on_the_last_day(recognised, time_machine):
    time_machine.move_to("2026-06-30 12:00 +0200")

    note_lapsed_evidence()

    assert Change.objects.count() == 0


def test_the_day_after_looks_from_the_last_time_on(recognised, time_machine):
    time_machine.move_to("2026-07-02 12:00 +0200")
    cache.set(CACHE_KEY, date(2026, 6, 30), timeout=None)

    note_lapsed_evidence()

    assert Change.objects.count() == 1


def test_worker_looks_for_recognitions_that_lapsed(recognised, time_machine):
    time_machine.move_to("2026-07-01 12:00 +0200")

    call_command("worker", once=True)

    assert with_this_level() == 0
