"""Runs the tests, and says in the last lines what was left out."""

import os
import sys

from scripts.house import environment, tools
from scripts.house.commands import end_with, python, run, say

PYTEST = ("-m", "pytest", "-p", "no:cacheprovider")
NO_BROWSER = ("-n", "auto", "-m", "not browser and not benchmark")
NO_SERVER = ("-n", "auto", "-m", "not browser and not benchmark and not postgresql")


def test_everything():
    environment.prepare("test")
    left_out = tools.get_what_is_missing()
    browser = tools.chromium()
    failures = []
    if not pytest("All tests but those in the browser", *NO_SERVER):
        failures.append("tests without a browser")
    if browser and not pytest("Tests in the browser", "-n", "auto", "-m", "browser", CHROMIUM=browser):
        failures.append("tests in the browser")
    tell([*left_out, "what only PostgreSQL can show: make test-postgres"])
    if left_out and os.environ.get("CI") == "true":
        failures.append("something was left out, which CI does not allow")
    end_with(failures)


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
    if not run(*python("-m", "tests.benchmarks.relevance.compare")):
        sys.exit(1)


def take_screenshots():
    environment.prepare("test")
    browser = tools.chromium()
    if not browser or not run(*python("-m", "scripts.screenshots"), CHROMIUM=browser):
        sys.exit("The pictures could not be made: start the site with `make run`, and have Chromium.")
