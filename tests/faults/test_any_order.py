"""Whatever happens to entries, in whatever order, and however late or often it is told: the index equals the database.

Workers here take rows and read entries at one moment and tell the engine at another, perhaps after others did, perhaps
after their lease ran out, perhaps in the middle of a rebuild.
"""

import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from search.engines.embedded import EmbeddedEngine
from search.outbox import actions, checking, rebuilding
from search.outbox.models import Change
from search.registry import all_entries
from tests.contract.conftest import FOLDER_FOR_INDEXES, elastic  # noqa: F401 - a fixture for the test here
from tests.elasticsearch.fixtures import elasticsearch_url  # noqa: F401 - as above
from tests.search.conftest import source  # noqa: F401 - as above
from tests.search.factories import EntryFactory

pytestmark = pytest.mark.django_db

IDS = tuple(f"tests.thing:{number}" for number in range(4))
CHANGES = st.tuples(st.sampled_from(["write", "hide", "restore", "repeat"]), st.sampled_from(IDS))
WORK = st.tuples(st.sampled_from(["drain", "take", "tell", "tell again", "lease ends"]), st.none())
REBUILD = st.tuples(st.just("rebuild"), st.lists(CHANGES | WORK, max_size=4))
EVENTS = st.lists(CHANGES | WORK | REBUILD, max_size=15)
# A worker that wakes up after a rebuild must not bring back what was hidden before it.
SLEEPER_AND_REBUILD = [
    ("write", IDS[0]), ("take", None), ("hide", IDS[0]), ("drain", None), ("rebuild", []), ("tell", None),
]  # fmt: skip


@dataclass
class Site:
    """Entries, and workers that have read some but not told the engine yet."""

    engine: object
    source: object
    before: dict = field(default_factory=dict)
    workers: list = field(default_factory=list)
    told: list = field(default_factory=list)
    written: int = 0

    def happen(self, events):
        for name, what in events:
            getattr(self, name.replace(" ", "_"))(what)

    def note(self, id):
        Change.objects.create(entry_id=id)

    def write(self, id):
        self.written += 1
        self.source.content[id] = EntryFactory(id=id, title=f"Tekst {self.written}")
        self.note(id)

    def hide(self, id):
        if id in self.source.content:
            self.before[id] = self.source.content.pop(id)
        self.note(id)

    def restore(self, id):
        if id in self.before:
            self.source.content[id] = self.before[id]
        self.note(id)

    def repeat(self, id):
        self.note(id)

    def drain(self, _nothing=None):
        actions.drain_outbox()

    def take(self, _nothing):
        """A worker takes what is due and reads it, and then something else happens first."""
        if claim := actions.claim_due():
            ids = dict.fromkeys(Change.objects.of_claim(claim).values_list("entry_id", flat=True))
            changes, _failed = actions.read_changes(ids, version=actions.take_version())
            self.workers.append((claim, changes))

    def tell(self, _nothing):
        """The worker that has waited longest goes on."""
        if self.workers:
            claim, changes = self.workers.pop(0)
            self.engine.apply(changes)
            self.told.append(changes)
            Change.objects.of_claim(claim).delete()

    def tell_again(self, _nothing):
        if self.told:
            self.engine.apply(self.told[0])

    def lease_ends(self, _nothing=None):
        Change.objects.exclude(claim=None).update(claimed_until=timezone.now() - timedelta(seconds=1))

    def rebuild(self, meanwhile):
        def entries():
            for number, entry in enumerate(list(all_entries())):
                if number == 1:
                    self.happen(meanwhile)
                yield entry

        self.engine.rebuild(entries(), version=actions.take_version())

    def come_to_rest(self):
        """The workers that still live go on, those that were killed lose their lease, and the rest is sent."""
        while self.workers:
            self.tell(None)
        self.lease_ends()
        self.drain()
        return checking.compare()


@pytest.fixture
def use(monkeypatch):
    def use(engine):
        for module in (actions, checking, rebuilding):
            monkeypatch.setattr(module, "get_engine", lambda: engine)

    return use


def assert_equal_in_the_end(engine, source, events):  # noqa: F811 - the fixture above
    Change.objects.all().delete()
    source.content.clear()
    site = Site(engine, source)

    site.happen(events)
    found = site.come_to_rest()

    assert (found.missing, found.stale, found.surplus, found.waiting) == ([], [], [], 0)
    assert found.held == len(source.content)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=EVENTS)
@example(events=SLEEPER_AND_REBUILD)
def test_embedded_index_equals_the_database(source, use, events):  # noqa: F811 - the fixture above
    with tempfile.TemporaryDirectory(prefix="leerkring-", dir=FOLDER_FOR_INDEXES) as folder:
        engine = EmbeddedEngine(Path(folder), entries=list)
        use(engine)
        assert_equal_in_the_end(engine, source, events)


@pytest.mark.elasticsearch
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=EVENTS)
@example(events=SLEEPER_AND_REBUILD)
def test_elasticsearch_equals_the_database(source, elastic, use, events):  # noqa: F811 - the fixtures above
    elastic.remove()
    use(elastic)
    assert_equal_in_the_end(elastic, source, events)
