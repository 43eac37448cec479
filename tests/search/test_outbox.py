"""A change reaches the index, whatever goes wrong on the way."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from search.engines import get_engine
from search.engines.base import EngineUnavailableError
from search.outbox.actions import claim_due, drain_outbox, note_change, note_changes, send, sweep_outbox
from search.outbox.models import Change, Drain
from search.query import SearchQuery
from tests.search.factories import EntryFactory

pytestmark = pytest.mark.django_db


def found():
    return sorted(hit.title_marked for hit in get_engine().search(SearchQuery()))


def write(source, *entries):
    """Changes the content and notes it, as a room does in one transaction."""
    for entry in entries:
        source.content[entry.id] = entry
        Change.objects.create(entry_id=entry.id)


class BrokenEngine:
    asked = 0

    def __init__(self, error):
        self.error = error

    def apply(self, changes):
        self.asked += 1
        raise self.error


@pytest.fixture
def engine_is_down(monkeypatch):
    broken = BrokenEngine(EngineUnavailableError("down"))
    monkeypatch.setattr("search.outbox.actions.get_engine", lambda: broken)
    return monkeypatch


def test_noted_change_is_found_after_commit(source, search_index, django_capture_on_commit_callbacks):
    entry = EntryFactory(title="Walvis")

    with django_capture_on_commit_callbacks(execute=True):
        source.content[entry.id] = entry
        note_change(entry.id)

    assert found() == ["Walvis"]
    assert Change.objects.count() == 0


def test_many_changes_in_one_transaction_make_one_task(source, search_index, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        for entry in EntryFactory.build_batch(5):
            note_change(entry.id)
        note_changes(["tests.thing:1", "tests.thing:2"])

    assert len(callbacks) == 1
    assert Change.objects.count() == 7


@pytest.mark.django_db(transaction=True)
def test_change_that_is_rolled_back_is_never_sent(source, search_index):
    entry = EntryFactory()
    source.content[entry.id] = entry

    with transaction.atomic():
        note_change(entry.id)
        transaction.set_rollback(True)

    assert Change.objects.count() == 0
    assert found() == []


@pytest.mark.django_db(transaction=True)
def test_change_outside_a_transaction_is_sent_at_once(source, search_index):
    entry = EntryFactory(title="Walvis")
    source.content[entry.id] = entry

    note_change(entry.id)

    assert found() == ["Walvis"]


def test_entry_that_is_gone_is_removed(source, search_index):
    entry = EntryFactory()
    write(source, entry)
    drain_outbox()

    del source.content[entry.id]
    Change.objects.create(entry_id=entry.id)
    drain_outbox()

    assert found() == []


def test_the_last_state_is_sent_however_often_it_changed(source, search_index):
    for title in ("Een", "Twee", "Drie"):
        write(source, EntryFactory(id="tests.thing:1", title=title))

    drained = drain_outbox()

    assert found() == ["Drie"]
    assert (drained.sent, drained.failed) == (3, 0)


def test_more_rows_than_one_batch_are_all_sent(source, search_index, monkeypatch):
    monkeypatch.setattr("search.outbox.actions.BATCH", 2)
    write(source, *EntryFactory.build_batch(5))

    assert drain_outbox().sent == 5
    assert len(found()) == 5


def test_rows_wait_while_the_engine_is_down(source, search_index, engine_is_down):
    write(source, EntryFactory(title="Walvis"))

    drained = drain_outbox()

    assert (drained.sent, drained.failed) == (0, 1)
    change = Change.objects.get()
    assert (change.attempts, change.last_error, change.claim) == (1, "down", None)
    assert change.due_at > timezone.now()

    engine_is_down.undo()
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        sweep_outbox()
    assert found() == ["Walvis"]
    assert Change.objects.count() == 0


def test_engine_that_is_down_is_asked_once_and_not_for_each_batch(source, search_index, monkeypatch):
    broken = BrokenEngine(EngineUnavailableError("down"))
    monkeypatch.setattr("search.outbox.actions.get_engine", lambda: broken)
    monkeypatch.setattr("search.outbox.actions.BATCH", 2)
    write(source, *EntryFactory.build_batch(5))

    drained = drain_outbox()

    assert (drained.sent, drained.failed, drained.is_engine_down) == (0, 2, True)
    assert broken.asked == 1


def test_pause_grows_to_five_minutes_and_no_further(source, search_index, engine_is_down):
    write(source, EntryFactory())
    Change.objects.update(attempts=30)

    drain_outbox()

    pause = Change.objects.get().due_at - timezone.now()
    assert timedelta(minutes=4) < pause <= timedelta(minutes=5)


def test_rows_of_a_killed_worker_are_sent_when_its_lease_ends(source, search_index):
    write(source, EntryFactory(title="Walvis"))
    claim_due()  # and then the worker is killed

    assert drain_outbox().sent == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=3)):
        assert drain_outbox().sent == 1
    assert found() == ["Walvis"]


def test_worker_that_wakes_up_late_overwrites_nothing(source, search_index, monkeypatch):
    write(source, EntryFactory(id="tests.thing:1", title="Oud"))
    claim = claim_due()
    late = {}

    def read_and_sleep(ids):
        late.update({id: source.content[id] for id in ids})
        monkeypatch.undo()
        with time_machine.travel(timezone.now() + timedelta(minutes=3)):
            write(source, EntryFactory(id=ids[0], title="Nieuw"))
            drain_outbox()  # another worker
        return late

    monkeypatch.setattr("search.outbox.actions.current_entries", read_and_sleep)
    send(claim)

    assert found() == ["Nieuw"]


def test_change_during_sending_is_sent_again(source, search_index, monkeypatch):
    write(source, EntryFactory(id="tests.thing:1", title="Oud"))

    def read_just_before_a_change(ids):
        before = {id: source.content[id] for id in ids}
        monkeypatch.undo()
        write(source, EntryFactory(id=ids[0], title="Nieuw"))
        return before

    monkeypatch.setattr("search.outbox.actions.current_entries", read_just_before_a_change)
    drain_outbox()

    assert found() == ["Nieuw"]
    assert Change.objects.count() == 0


def test_entry_that_cannot_be_read_does_not_stop_the_others(source, search_index, monkeypatch):
    write(source, EntryFactory(title="Een"), EntryFactory(id="tests.thing:bad"), EntryFactory(title="Twee"))
    read = source.entries_of

    def entries_of(ids):
        if "tests.thing:bad" in ids:
            raise ZeroDivisionError("kapot")
        return read(ids)

    monkeypatch.setattr(source, "entries_of", entries_of)
    drained = drain_outbox()

    assert found() == ["Een", "Twee"]
    assert (drained.sent, drained.failed) == (2, 1)
    assert Change.objects.get().last_error == "ZeroDivisionError('kapot')"


def test_entry_that_the_engine_refuses_does_not_stop_the_others(source, search_index):
    refused = EntryFactory(id="tests.thing:bad", completeness=-1)
    write(source, EntryFactory(title="Een"), refused, EntryFactory(title="Twee"))

    drained = drain_outbox()

    assert found() == ["Een", "Twee"]
    assert (drained.sent, drained.failed) == (2, 1)


def test_old_drains_are_swept_away(source, search_index):
    with time_machine.travel(timezone.now() - timedelta(days=2)):
        Drain.objects.create()

    sweep_outbox()

    assert Drain.objects.count() == 0


@pytest.mark.postgresql  # SQLite in memory refuses a second connection's lock at once
@pytest.mark.django_db(transaction=True)
def test_two_workers_share_the_rows(source, search_index, monkeypatch):
    monkeypatch.setattr("search.outbox.actions.BATCH", 3)
    write(source, *EntryFactory.build_batch(20))
    sent = []

    def work():
        from django.db import connection  # noqa: PLC0415 - each thread has its own

        try:
            sent.append(drain_outbox().sent)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sum(sent) == 20
    assert len(found()) == 20
    assert Change.objects.count() == 0
