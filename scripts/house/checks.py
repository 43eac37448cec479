"""Reads the code without running a test: its layout, its traps, and whether what it promises is complete."""

import shutil

from scripts.house import debian, environment
from scripts.house.commands import CannotGoOnError, end_with, python, run, say
from scripts.house.paths import LINT_VENV, ROOT

TOOLS = LINT_VENV / "bin"
# As a real installation would have them; check --deploy then judges our own settings.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "SECRET_KEY": "Not-a-secret:only-for-the-check-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "leerkring.example",
    "SITE_URL": "https://leerkring.example",
    "REDIS_URL": "redis://redis.example:6379/0",
    "DATABASE_URL": "sqlite://:memory:",  # nothing here asks for a row
}


def lint():
    environment.prepare("lint", LINT_VENV)
    checks = {
        "ruff check": (TOOLS / "ruff", "check", "."),
        "ruff format": (TOOLS / "ruff", "format", "--check", "."),
        "layout of templates": (TOOLS / "djhtml", "--check", *templates()),
    }
    end_with([name for name, words in checks.items() if not passes(name, *words)])


def write_format():
    environment.prepare("lint", LINT_VENV)
    run(TOOLS / "ruff", "check", "--fix", "--quiet", ".")
    run(TOOLS / "ruff", "format", ".")
    run(TOOLS / "djhtml", *templates())


def templates():
    """Our HTML; texts of e-mails keep their own layout, as every space in them is sent."""
    return sorted(path for path in ROOT.glob("templates/**/*.html"))


def check():
    environment.prepare("run")
    get_gettext()
    checks = {
        "every change of a model has its migration": python("manage.py", "makemigrations", "--check", "--dry-run"),
        "production settings": python("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
        "the Dutch translation": python("-m", "scripts.house.translations", "check"),
    }
    failures = [name for name, words in checks.items() if not passes(name, *words, **PRODUCTION)]
    end_with(failures)


def passes(name, *words, **variables):
    say(name)
    return run(*words, **variables)


def get_gettext():
    if not shutil.which("xgettext") and not debian.install(["gettext"]):
        raise CannotGoOnError(f"gettext is missing: get it with {debian.command_for(['gettext'])}.")


def collect_messages():
    environment.prepare("run")
    get_gettext()
    if not run(*python("-m", "scripts.house.translations", "collect")):
        raise CannotGoOnError("The texts could not be collected, for the reason above.")
