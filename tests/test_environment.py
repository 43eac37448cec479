"""An environment variable that is not understood stops the start with one clear sentence."""

import os
import subprocess
import sys

import pytest

from tests.import_rules import ROOT

COMPLETE = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "leerkring.example",
    "SITE_URL": "https://leerkring.example",
}


def start(**variables):
    """The last line that production's settings end with; empty when they are understood."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {**kept, **COMPLETE, **variables}
    command = [sys.executable, "-c", "import cms.settings.production"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr.strip().rpartition("\n")[2].removeprefix("django.core.exceptions.ImproperlyConfigured: ")


def test_complete_environment_starts():
    assert start() == ""


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"EMAIL_USE_TLS": "perhaps"}, "EMAIL_USE_TLS is 'perhaps'; use one of 1, true, yes, on, 0, false, no, off."),
        ({"EMAIL_PORT": "smtp"}, "EMAIL_PORT is 'smtp'; use a whole number of 0 or more."),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL is 'loud'; use one of DEBUG, INFO, WARNING, ERROR."),
        (
            {"SITE_URL": "leerkring.example"},
            "SITE_URL is 'leerkring.example'; it must start with https:// (or http:// at a desk).",
        ),
        (
            {"SECRET_KEY": None},
            "Set the environment variable SECRET_KEY: Secret for sessions and signed links, at least 50 characters.",
        ),
    ],
)
def test_unknown_value_stops_the_start_with_a_sentence(variables, sentence):
    assert start(**variables) == sentence


def test_unknown_database_is_named():
    assert start(DATABASE_URL="oracle7://x").startswith("DATABASE_URL is not understood: ")
