"""Counting what people ask, without anything about the people."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from search.wording.log import LONGEST_WAIT_MS, forget_old, impatience, note_asked, note_click
from search.wording.models import AskedText
from tests.search.wording.trouble import lose_table

pytestmark = pytest.mark.django_db


def counted():
    """{text: (asked, empty, clicked)} of today."""
    today = AskedText.objects.filter(day=timezone.localdate())
    return {row.text: (row.asked, row.empty, row.clicked) for row in today}


def test_questions_are_counted_by_text():
    note_asked("Voetbal", 3)
    note_asked(" voetbal ", 0)
    note_asked("muziek", 0)
    note_click("VOETBAL")

    assert counted() == {"voetbal": (2, 1, 1), "muziek": (1, 1, 0)}


def test_each_day_is_counted_apart(time_machine):
    for moment in ("2026-03-01 23:59 +0100", "2026-03-02 00:01 +0100", "2026-03-02 12:00 +0100"):
        time_machine.move_to(moment, tick=False)
        note_asked("voetbal", 1)

    rows = AskedText.objects.order_by("day").values_list("day", "asked")
    assert list(rows) == [(date(2026, 3, 1), 1), (date(2026, 3, 2), 2)]


def test_nothing_is_kept_but_the_day_the_text_and_three_figures():
    names = {field.name for field in AskedText._meta.get_fields()}

    assert names == {"id", "day", "text", "asked", "empty", "clicked"}


def test_text_about_a_person_leaves_no_trace():
    note_asked("noor@gemeente.example", 0)
    note_click("06-12345678")

    assert AskedText.objects.count() == 0


@pytest.mark.parametrize("note", [lambda: note_asked("voetbal", 1), lambda: note_click("voetbal")])
def test_counting_costs_one_query(django_assert_num_queries, note):
    for _time in range(2):
        with django_assert_num_queries(1):
            note()


def test_database_that_refuses_is_no_trouble_for_the_reader(caplog):
    lose_table(AskedText)

    note_asked("voetbal", 1)

    assert [record.message.split(":")[0] for record in caplog.records] == ["A question is not counted"]


def test_texts_are_kept_for_thirteen_months(time_machine):
    for moment in ("2025-10-20", "2025-10-22", "2026-11-21"):
        time_machine.move_to(f"{moment} 12:00 +0100")
        note_asked("voetbal", 1)

    assert forget_old() == 1
    assert list(AskedText.objects.order_by("day").values_list("day", flat=True)) == [
        date(2025, 10, 22),
        date(2026, 11, 21),
    ]


@pytest.mark.sqlite3
def test_counting_leaves_the_patience_of_the_connection_as_it_was():
    before = patience_ms()

    note_asked("voetbal", 1)
    with impatience():
        during = patience_ms()

    assert (during, patience_ms()) == (LONGEST_WAIT_MS, before)
    assert before > LONGEST_WAIT_MS


def patience_ms():
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA busy_timeout").fetchone()[0]


def test_worker_forgets():
    AskedText.objects.count_up(day=timezone.localdate() - timedelta(days=400), text="voetbal", asked=1)

    call_command("worker", once=True)

    assert AskedText.objects.count() == 0
