"""`make run` and `make test` for somebody whose machine lacks something: one sentence that says what to do."""

import os
import socket
import subprocess
import sys

import pytest

from scripts.house import environment, site, stamps
from scripts.house.commands import CannotGoOnError
from tests.import_rules import ROOT


def test_an_old_python_hears_what_to_install():
    code = (
        "import runpy, sys; sys.version_info = (3, 9, 18, 'final', 0); "
        "runpy.run_path('scripts/desk.py', run_name='__main__')"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr == (
        "Leerkring needs Python 3.11 or newer and this is Python 3.9: "
        "install a newer one and name it, as in `make run PYTHON=python3.12`.\n"
    )


def test_a_missing_python_is_named():
    command = ["make", "run", "PYTHON=python9"]
    plain = {"PATH": os.environ["PATH"]}  # not that of a make around this test
    done = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, check=False)

    assert done.stdout == (
        "Leerkring needs Python 3.11 or newer and 'python9' is not found: "
        "install it, or name yours, as in PYTHON=python3.12\n"
    )


def test_an_unknown_verb_hears_the_verbs():
    done = subprocess.run(
        [sys.executable, "scripts/desk.py", "fly"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stderr.startswith("Choose one of: run, test, test-postgres, ")


def test_a_taken_port_is_named_with_a_free_one():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        number = other.getsockname()[1]

        with pytest.raises(CannotGoOnError) as refusal:
            site.refuse_taken(number)

    assert str(refusal.value) == (
        f"Port {number} is in use by another program: stop that, or choose another port, "
        f"as in `make run PORT={number + 1}`."
    )


@pytest.mark.parametrize("value", ["http", "0", "65536", "-1", ""])
def test_a_port_that_is_no_port_is_refused(monkeypatch, value):
    monkeypatch.setenv("PORT", value)

    with pytest.raises(CannotGoOnError) as refusal:
        site.port()

    assert str(refusal.value) == f"PORT is {value!r}: use a number from 1 to 65535, as in `make run PORT=8001`."


def test_a_python_without_venv_hears_which_package_brings_it(monkeypatch, tmp_path):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)

    with pytest.raises(CannotGoOnError) as refusal:
        environment.make(tmp_path / "venv")

    assert f"sudo apt-get install python3.{sys.version_info.minor}-venv" in str(refusal.value)


def test_work_is_done_again_only_when_a_file_changed(tmp_path):
    file, stamp = tmp_path / "a.yaml", tmp_path / "stamps" / "content"
    file.write_text("one")
    stamps.leave(stamp, stamps.digest([file], "postgres://one"))

    assert stamps.is_fresh(stamp, stamps.digest([file], "postgres://one"))
    assert not stamps.is_fresh(stamp, stamps.digest([file], "postgres://other"))
    file.write_text("two")
    assert not stamps.is_fresh(stamp, stamps.digest([file], "postgres://one"))
