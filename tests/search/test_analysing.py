"""Taking many texts apart in a second process."""

import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from search.engines import analysing
from search.engines.analysing import second_process
from search.engines.fields import analysed_fields
from tests.search.factories import EntryFactory

pytestmark = pytest.mark.usefixtures("few_are_enough")


@pytest.fixture
def few_are_enough(monkeypatch):
    monkeypatch.setattr(analysing, "FEW", 5)
    monkeypatch.setattr(analysing, "BATCH", 2)


@pytest.fixture
def analysed_here(monkeypatch):
    """The entries that this process took apart itself."""
    here = []
    monkeypatch.setattr(analysing, "analysed_fields", lambda entry: here.append(entry) or analysed_fields(entry))
    return here


def entries(count):
    return [EntryFactory(title=f"Voetbal in wijk {number}") for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 5, 6, 40])
def test_each_entry_comes_out_once_and_in_order_with_its_own_fields(count, analysed_here):
    many = entries(count)

    found = list(analysing.with_fields(iter(many)))

    assert [entry for entry, _fields in found] == many
    assert [set(fields.places.split()) for _entry, fields in found] == [
        set(analysed_fields(entry).places.split()) for entry in many
    ]
    assert [fields.body for _entry, fields in found] == [analysed_fields(entry).body for entry in many]
    assert len(analysed_here) == min(count, 5)


def test_reads_a_few_ahead_and_not_everything():
    read = []
    reading = analysing.with_fields(read.append(entry) or entry for entry in entries(100))

    for _pair in range(7):
        next(reading)

    assert 7 <= len(read) < 30
    reading.close()


def test_goes_on_alone_when_the_second_process_is_killed(monkeypatch):
    processes = []

    @contextmanager
    def seen():
        with second_process() as process:
            processes.append(process)
            yield process

    monkeypatch.setattr(analysing, "second_process", seen)
    many = entries(40)
    reading = analysing.with_fields(iter(many))
    found = [next(reading) for _pair in range(7)]

    processes[0].kill()
    found += reading

    assert [entry for entry, _fields in found] == many


REBUILD = """
import time
from search.engines import analysing
from search.entry import SearchEntry

with analysing.second_process() as process:
    entries = [SearchEntry(id="a:1", kind="practice", title="Voetbal")]
    analysing.send(process, entries)
    analysing.received(process, entries)
    print(process.pid, flush=True)
    time.sleep(60)
"""


def test_killed_rebuild_leaves_no_process_behind():
    with subprocess.Popen([sys.executable, "-c", REBUILD], stdout=subprocess.PIPE, text=True) as rebuild:
        other = int(rebuild.stdout.readline())
        assert is_alive(other)

        rebuild.kill()

        patience = time.monotonic() + 10
        while is_alive(other) and time.monotonic() < patience:
            time.sleep(0.05)
        assert not is_alive(other)


def is_alive(pid):
    """Not when it has ended and only waits for somebody to ask how."""
    try:
        with open(f"/proc/{pid}/stat") as told:
            return told.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
