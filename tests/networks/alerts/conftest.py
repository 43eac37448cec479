import re
from contextlib import contextmanager

import pytest

from networks.alerts.actions import tend_alerts
from search.engines.base import EngineUnavailableError
from search.engines.embedded import EmbeddedEngine
from search.outbox.actions import drain_outbox
from tests.practices.practice_factories import plant_site, published_practice
from tests.search.fixtures import search_index  # noqa: F401


@pytest.fixture(autouse=True)
def quiet_site(db, search_index, time_machine):  # noqa: F811
    """A site without practices, on a Monday in November at noon, with nothing in the index."""
    time_machine.move_to("2026-11-16 12:00 +0100", tick=False)
    plant_site()


@pytest.fixture
def at(time_machine):
    """`at("2026-11-17 07:00")`: it is then, in the Netherlands in winter."""
    return lambda moment: time_machine.move_to(f"{moment} +0100", tick=False)


@pytest.fixture
def publish():
    """Puts a practice online, and search has heard of it."""

    def publish(title, **fields):
        practice = published_practice(title=title, **fields)
        drain_outbox()
        return practice

    return publish


@pytest.fixture
def round_of_worker(saved, mailoutbox):
    """The titles in each of the mails that one round of the worker sends: [["Voetbal"]] is one mail with one."""

    def round_of_worker():
        mailoutbox.clear()
        with saved():
            tend_alerts()
        return [re.findall(r"^\* (.+)$", mail.body, flags=re.MULTILINE) for mail in mailoutbox]

    return round_of_worker


@pytest.fixture
def index_away(monkeypatch):
    """`with index_away():` the engine raises what it raises when it does not answer."""

    def refuse(self, *args):
        raise EngineUnavailableError("down")

    @contextmanager
    def index_away():
        with monkeypatch.context() as patch:
            patch.setattr(EmbeddedEngine, "search", refuse)
            patch.setattr(EmbeddedEngine, "apply", refuse)
            yield

    return index_away
