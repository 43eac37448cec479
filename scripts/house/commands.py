"""Running other programs, and stopping with one sentence when that cannot be done."""

import os
import subprocess
import sys

from scripts.house.paths import ROOT, VENV


class CannotGoOnError(Exception):
    """Its text is one sentence for the person at the desk: what is wrong and what to do."""


def say(text):
    print(f"\n> {text}", flush=True)


def run(*words, **environment):
    """Whether a program ended well; its output is the person's to see."""
    command = [str(word) for word in words]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode == 0


def must_run(sentence, *words, **environment):
    if not run(*words, **environment):
        raise CannotGoOnError(sentence)


def output(*words):
    """What a program printed; empty when it failed."""
    done = subprocess.run([str(word) for word in words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def python(*words):
    """The words of a command for the project's own Python."""
    return [str(VENV / "bin" / "python"), *words]


def end_with(failures):
    """Ends the verb: names each thing that failed, in the last lines."""
    if failures:
        sys.exit("\n".join(f"FAILED: {failure}" for failure in failures))
