"""What every test gets by itself: its own files, its own index, an empty cache and no internet."""

import os

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache

from scripts.house import translations
from search.language import synonyms


def pytest_configure(config):
    """Compiles the Dutch texts once, so that a test can ask for the words that readers see."""
    if not hasattr(config, "workerinput"):
        translations.compile_changed()


@pytest.fixture(autouse=True)
def own_data(settings, tmp_path, monkeypatch):
    """A folder for uploads and one for the search index, both empty at the start of each test.

    Search knows its own synonyms only: the fixture `editors_synonyms` lets it ask for those of editors.
    """
    monkeypatch.setattr(synonyms, "_provider", None)
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SEARCH_URL = f"embedded://{tmp_path / 'search'}"
    cache.clear()


def pytest_collection_modifyitems(items):
    """Leaves out what only the other database can show."""
    here = django_settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
    for item in items:
        for name, title in {"postgresql": "PostgreSQL", "sqlite3": "SQLite"}.items():
            if name != here and item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=f"only {title} can show this"))


def pytest_terminal_summary(terminalreporter):
    """Says what was left out, and why, after everything else."""
    left_out = left_out_reports(terminalreporter)
    if left_out:
        terminalreporter.section("left out")
        for report in left_out:
            terminalreporter.write_line(f"{report.nodeid}: {report.longrepr[2].removeprefix('Skipped: ')}")


def pytest_sessionfinish(session):
    """Under CI nothing may be left out silently: it fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and left_out_reports(reporter) and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def left_out_reports(reporter):
    return reporter.stats.get("skipped", [])
