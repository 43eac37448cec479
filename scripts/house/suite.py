"""Runs the tests, and says in the last lines what was left out."""

import os
import sys
import tempfile

from scripts.house import environment, tools
from scripts.house.commands import end_with, python, run, say

PYTEST = ("-m", "pytest", "-p", "no:cacheprovider")
NO_SERVER = "not browser and not benchmark and not elasticsearch"
ON_SQLITE = ("-n", "auto", "-m", f"{NO_SERVER} and not postgresql")
ON_POSTGRESQL = ("-n", "auto", "-m", f"{NO_SERVER} and not sqlite3")
ELASTICSEARCH = ("-n", "auto", "-m", "elasticsearch")


def test_everything():
    environment.prepare("test")
    no_elasticsearch = tools.get_elasticsearch()
    left_out = [*tools.get_what_is_missing(), *no_elasticsearch]
    browser = tools.chromium()
    failures = []
    if not pytest("All tests but those in the browser", *ON_SQLITE):
        failures.append("tests without a browser")
    if browser and not pytest("Tests in the browser", "-n", "auto", "-m", "browser", CHROMIUM=browser):
        failures.append("tests in the browser")
    if not no_elasticsearch and not on_elasticsearch():
        failures.append("search on Elasticsearch")
    tell([*left_out, "what only PostgreSQL can show: make test-postgres"])
    end_with([*failures, *refused(left_out)])


def test_search():
    """Search on Elasticsearch alone."""
    environment.prepare("test")
    left_out = tools.get_elasticsearch()
    tell(left_out)
    if left_out:
        end_with(refused(left_out))
    elif not on_elasticsearch():
        sys.exit("FAILED: search on Elasticsearch")


def on_elasticsearch():
    return pytest("Search on Elasticsearch", *ELASTICSEARCH)


def refused(left_out):
    """What was left out is a failure under CI, and a line at a desk."""
    return ["something was left out, which CI does not allow"] if left_out and os.environ.get("CI") == "true" else []


def pytest(title, *options, **variables):
    say(title)
    return run(*python(*PYTEST, *options), **variables)


def tell(left_out):
    for line in left_out:
        print(f"LEFT OUT: {line}", flush=True)


def bench():
    environment.prepare("test")
    if not pytest("How long pages take", "-n", "0", "-m", "benchmark", "-s", "tests/benchmarks"):
        sys.exit(1)


def bench_relevance():
    environment.prepare("test")
    if not run(*python("-m", "tests.benchmarks.relevance.compare"), DJANGO_SETTINGS_MODULE="cms.settings.test"):
        sys.exit(1)


def bench_faults():
    environment.prepare("test")
    tell(left_out := tools.get_elasticsearch())
    if not run(*python("-m", "tests.faults")):
        sys.exit("FAILED: something was lost, stale, surplus or too slow")
    end_with(refused(left_out))


def bench_search():
    """On a site of its own that is thrown away."""
    environment.prepare("test")
    with tempfile.TemporaryDirectory(prefix="leerkring-bench-") as folder:
        module = python("-m", "tests.benchmarks.search", "--sizes", os.environ.get("SIZES", ""))
        if not run(*module, DJANGO_SETTINGS_MODULE="cms.settings.development", DATA_DIR=folder):
            sys.exit(1)


def take_screenshots():
    environment.prepare("test")
    browser = tools.chromium()
    if not browser or not run(*python("-m", "scripts.screenshots"), CHROMIUM=browser):
        sys.exit("The pictures could not be made: start the site with `make run`, and have Chromium.")
