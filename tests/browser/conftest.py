"""A real browser on a real server: the whole site, loaded once and put back after each test that wrote.

`open_page(path, width=390, scheme="dark", javascript=False, user=...)` is what a test starts with. When it ends,
nothing may have gone wrong in the browser and nothing may have been asked from another host.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import connections
from django.test import Client, override_settings
from django.test.utils import setup_databases, teardown_databases
from pytest_django.live_server_helper import LiveServer

from networks.publishing.demo import load_cast
from scripts.house.tools import chromium
from tests.browser.snapshot import Snapshot
from tests.browser.validator import Validator

# Playwright keeps an event loop in this thread; our own queries are made between its steps, never during one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

HERE = Path(__file__).parent
QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SLOW_SECONDS = 15


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = chromium()
    if not path:
        pytest.skip("there is no browser: sudo apt-get install chromium")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": path, "args": [*QUIET, *root]}


@pytest.fixture(scope="session")
def database(django_test_environment, django_db_blocker, tmp_path_factory):
    """SQLite in a file, as at a desk: the server's threads and the test each have a connection of their own.

    pytest-django would make no tables for these tests, as none of them has its marker: that wraps a test in a
    transaction, which the server could not see into.
    """
    settings = connections["default"].settings_dict
    if not settings["ENGINE"].endswith("sqlite3"):
        pytest.exit("The browser tests run on SQLite only: leave DATABASE_URL empty.")
    settings["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
        yield
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def snapshot(database, tmp_path_factory):
    """The site with its real practices, the made-up examples and the cast."""
    folder = tmp_path_factory.mktemp("site")
    own_data = {"MEDIA_ROOT": folder / "media", "SEARCH_URL": f"embedded://{folder / 'search'}"}
    with override_settings(**own_data):
        call_command("load_content", with_examples=True, verbosity=0)
        load_cast()
        snapshot = Snapshot()
        yield snapshot
        snapshot.close()


@pytest.fixture(scope="session")
def server(snapshot):
    server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture
def db(snapshot):
    """Takes the place of pytest-django's, which makes tables only where a test names `db` and wraps that test."""
    snapshot.put_back()


@pytest.fixture(autouse=True)
def own_data(db):
    """Takes the place of the fixture for all other tests: here a test shares the site that was loaded."""


@pytest.fixture(scope="session")
def html_validator():
    validator = Validator()
    yield validator
    validator.stop()


@pytest.fixture
def open_page(new_context, server):
    """Opens a path as somebody would: the width of their screen, their scheme, their rights."""
    went_wrong = []

    def open_page(path, *, width=1280, scheme="light", javascript=True, user=None):
        context = new_context(
            base_url=server.url,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=javascript,
            locale="nl-NL",
        )
        context.set_default_timeout(SLOW_SECONDS * 1000)
        if user:
            context.add_cookies([session_cookie(user, server.url)])
        page = context.new_page()
        watch(page, went_wrong)
        page.goto(path)
        return page

    yield open_page
    assert went_wrong == []


def session_cookie(user, url):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def watch(page, went_wrong):
    """Notes errors in scripts, what the Content-Security-Policy refused, and every request to another host."""
    page.on("pageerror", lambda error: went_wrong.append(f"{page.url}: {error}"))
    page.on("console", lambda message: note_console(message, went_wrong))
    page.on("request", lambda request: note_foreign(request.url, went_wrong))


def note_console(message, went_wrong):
    is_status = message.text.startswith("Failed to load resource")  # a 404 page that a test opens on purpose
    if message.type == "error" and not is_status:
        went_wrong.append(message.text)


def note_foreign(url, went_wrong):
    address = urlsplit(url)
    if address.scheme in ("http", "https", "ws", "wss") and address.hostname != "localhost":
        went_wrong.append(f"asked from another host: {url}")
