"""What the health page tells: one word a part, and nothing that an outsider should not know."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.site import ask_health, health
from search.engines.base import EngineUnavailableError
from search.engines.embedded import EmbeddedEngine
from search.outbox.models import Change
from tests.search.fixtures import search_index  # noqa: F401

WELL = {"status": "ok", "database": "ok", "cache": "ok", "storage": "ok", "search": "ok", "worker": "ok"}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site_that_is_well(search_index, settings, tmp_path):  # noqa: F811
    settings.DATA_DIR = tmp_path


@pytest.fixture
def told(client):
    """(status code, what is told besides what is well)."""

    def told():
        response = client.get("/health/")
        return response.status_code, dict(response.json().items() - WELL.items())

    return told


def refuse(error):
    def refuse(*args, **kwargs):
        raise error

    return refuse


def queue(*, waited, **fields):
    """A task that was put in the queue so many minutes ago."""
    task = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="search.outbox.tasks.drain",
        backend_name="default",
        **{"run_after": "9999-01-01T00:00Z", **fields},
    )
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=timezone.now() - timedelta(minutes=waited))


def test_site_that_is_well_says_so(client, django_assert_num_queries):
    with django_assert_num_queries(3):
        response = client.get("/health/")

    assert (response.status_code, response.json()) == (200, WELL)
    assert response.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")


def test_without_a_database_it_failed(client, told, monkeypatch):
    monkeypatch.setattr(
        "django.db.backends.utils.CursorWrapper.execute", refuse(OperationalError("host secret.example"))
    )

    assert told() == (503, {"status": "failed", "database": "failed", "search": "failed", "worker": "failed"})
    assert "secret" not in client.get("/health/").content.decode()


def test_without_a_cache_it_failed(told, monkeypatch):
    monkeypatch.setattr(LocMemCache, "set", refuse(ConnectionError()))

    assert told() == (503, {"status": "failed", "cache": "failed"})


def test_cache_that_forgets_failed(told, monkeypatch):
    monkeypatch.setattr(LocMemCache, "set", lambda self, *args, **kwargs: None)

    assert told() == (503, {"status": "failed", "cache": "failed"})


def test_folder_that_takes_no_files_failed(told, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "gone"

    assert told() == (503, {"status": "failed", "storage": "failed"})


def test_engine_that_is_down_failed(told, monkeypatch):
    monkeypatch.setattr(EmbeddedEngine, "search", refuse(EngineUnavailableError("host secret.example")))

    assert told() == (503, {"status": "failed", "search": "failed"})


def test_other_engine_that_answers_is_less_than_well(told, monkeypatch):
    ask = EmbeddedEngine.search
    monkeypatch.setattr(EmbeddedEngine, "search", lambda self, query: replace(ask(self, query), is_fallback=True))

    assert told() == (200, {"status": "degraded", "search": "degraded"})


@pytest.mark.parametrize(("minutes", "expected"), [(4, {}), (6, {"status": "degraded", "search": "degraded"})])
def test_changes_that_wait_long_for_search_show(told, minutes, expected):
    Change.objects.create(entry_id="x:1", noted_at=timezone.now() - timedelta(minutes=minutes))

    assert told() == (200, expected)


@pytest.mark.parametrize(("minutes", "expected"), [(4, {}), (6, {"status": "degraded", "worker": "degraded"})])
def test_tasks_that_wait_long_for_the_worker_show(told, minutes, expected):
    queue(waited=minutes)

    assert told() == (200, expected)


@pytest.mark.parametrize(
    ("planned", "expected"),
    [(60, {}), (-4, {}), (-6, {"status": "degraded", "worker": "degraded"})],
)
def test_task_that_was_planned_is_late_only_after_its_time(told, planned, expected):
    queue(waited=99, run_after=timezone.now() + timedelta(minutes=planned))

    assert told() == (200, expected)


def test_what_failed_counts_for_more_than_what_is_less_than_well(told, monkeypatch):
    queue(waited=6)
    monkeypatch.setitem(health.PARTS, "cache", refuse(ConnectionError()))

    assert told() == (503, {"status": "failed", "cache": "failed", "worker": "degraded"})


def test_page_is_there_without_tls_for_who_asks_inside_the_container(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert (client.get("/health/").status_code, client.get("/over/").status_code) == (200, 301)


def test_only_reading_is_allowed(client):
    assert client.post("/health/").status_code == 405


@pytest.mark.parametrize(
    ("hosts", "host"),
    [("leerkring.example,localhost", "leerkring.example"), (".a.example", "a.example"), ("*", "localhost")],
)
def test_container_asks_under_a_name_that_the_site_answers_to(monkeypatch, hosts, host):
    asked = []
    monkeypatch.setenv("ALLOWED_HOSTS", hosts)
    monkeypatch.setattr(ask_health, "urlopen", lambda request, timeout: asked.append(request) or Answer())

    ask_health.main()

    assert [request.get_header("Host") for request in asked] == [host]


class Answer:
    def close(self):
        pass
