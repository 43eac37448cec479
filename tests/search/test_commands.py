"""The commands that keep the index right."""

from io import StringIO

import pytest
from django.core.management import call_command

from search.engines import get_engine
from search.outbox.actions import drain_outbox, note_change
from search.outbox.management.commands.search_rebuild import bar
from search.outbox.models import Change
from search.query import SearchQuery
from tests.search.factories import EntryFactory

pytestmark = pytest.mark.django_db


def add(source, *entries):
    source.content.update({entry.id: entry for entry in entries})


def titles():
    return sorted(hit.title_marked for hit in get_engine().search(SearchQuery()))


@pytest.fixture
def three_wrong(source, search_index):
    """One entry that the index misses, one that it holds an old text of, one that it should not hold."""
    stale, surplus = EntryFactory(id="tests.thing:stale"), EntryFactory(id="tests.thing:surplus")
    add(source, stale, surplus, EntryFactory(id="tests.thing:right", title="Goed"))
    search_index.rebuild(source.entries())
    add(source, EntryFactory(id=stale.id, title="Nieuw"), EntryFactory(id="tests.thing:missing", title="Erbij"))
    del source.content[surplus.id]


def test_check_is_silent_when_all_is_right(source, search_index, capsys):
    add(source, EntryFactory())
    search_index.rebuild(source.entries())

    call_command("search_check")

    assert capsys.readouterr().out.splitlines() == [
        "1 in the database, 1 in the index, 0 waiting",
        "missing: 0",
        "stale: 0",
        "surplus: 0",
    ]


@pytest.mark.usefixtures("three_wrong")
def test_check_names_differences_and_fails(capsys):
    with pytest.raises(SystemExit) as stop:
        call_command("search_check")

    assert stop.value.code == 1
    assert capsys.readouterr().out.splitlines() == [
        "3 in the database, 3 in the index, 0 waiting",
        "missing: 1 tests.thing:missing",
        "stale: 1 tests.thing:stale",
        "surplus: 1 tests.thing:surplus",
    ]


@pytest.mark.usefixtures("three_wrong")
def test_check_repairs(capsys):
    call_command("search_check", "--repair")

    assert titles() == ["Erbij", "Goed", "Nieuw"]
    assert "After repair:" in capsys.readouterr().out
    call_command("search_check")


def test_check_does_not_count_what_still_waits(source, search_index, capsys):
    add(source, EntryFactory(id="tests.thing:1"))
    note_change("tests.thing:1")

    call_command("search_check")

    assert capsys.readouterr().out.startswith("1 in the database, 0 in the index, 1 waiting")


def test_rebuild_takes_everything_from_the_sources(source, search_index, capsys):
    add(source, *EntryFactory.build_batch(3, title="Walvis"))

    call_command("search_rebuild")

    assert titles() == ["Walvis"] * 3
    assert "3 entries in " in capsys.readouterr().out


def test_rebuild_shows_how_far_it_is():
    assert bar(2_500, 10_000, seconds=30) == f"[{'#' * 10}{'-' * 30}]  25%  2,500 of 10,000, 90 s to go"
    assert bar(10_001, 10_000, seconds=60).startswith(f"[{'#' * 40}] 100%")
    assert bar(0, 0, seconds=0).startswith(f"[{'#' * 40}] 100%  0 of 0")


def test_rebuild_draws_its_bar_on_a_terminal_only(source, search_index):
    add(source, *EntryFactory.build_batch(3))
    terminal, file = Terminal(), StringIO()

    call_command("search_rebuild", stdout=terminal)
    call_command("search_rebuild", stdout=file)

    assert "100%  3 of 3" in terminal.getvalue()
    assert file.getvalue().startswith("3 entries in ")


class Terminal(StringIO):
    def isatty(self):
        return True


def test_rebuild_does_not_bring_back_what_was_removed_meanwhile(source, search_index):
    entry = EntryFactory()
    add(source, entry)
    call_command("search_rebuild")
    reading = source.entries

    def entries():
        yield from reading()
        source.content.clear()
        Change.objects.create(entry_id=entry.id)
        drain_outbox()

    source.entries = entries
    call_command("search_rebuild")

    assert titles() == []


def test_drain_sends_what_waits(source, search_index, capsys):
    add(source, EntryFactory(id="tests.thing:1"))
    note_change("tests.thing:1")

    call_command("search_drain")

    assert capsys.readouterr().out == "1 sent, 0 to be tried again\n"
    assert len(titles()) == 1


def test_status_tells_what_waits(source, search_index, capsys):
    note_change("tests.thing:1")

    call_command("search_status")

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "engine: embedded, available"
    assert lines[1].startswith("index: 0 entries, ")
    assert lines[2].startswith("waiting: 1 since ")
    assert lines[3] == "last sent: never"


def test_status_fails_when_there_is_no_index(source, capsys):
    with pytest.raises(SystemExit):
        call_command("search_status")

    assert capsys.readouterr().out.startswith("engine: embedded, NOT available")
