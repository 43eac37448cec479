"""Has a file read by a process that may not take long, nor much memory, and knows no secrets."""

import json
import logging
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from typing import NamedTuple

from django.conf import settings

from practices.attachments.agreed import KINDS, OTHER_KIND, TOO_LARGE, UNREADABLE

LARGEST_FILE_BYTES = 50_000_000
TIMEOUT_SECONDS = 20

logger = logging.getLogger(__name__)


class Reading(NamedTuple):
    """The words of a file, or why there are none."""

    text: str = ""
    problem: str = ""


def read_file(file, *, kind):
    """The Reading of an open file; never raises because of what is in it."""
    if kind not in KINDS:
        return Reading(problem=OTHER_KIND)
    if file.size > LARGEST_FILE_BYTES:
        return Reading(problem=TOO_LARGE)
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        return read_apart(copy, kind)


def read_apart(file, kind):
    command = [sys.executable, "-X", "utf8", "-m", "practices.attachments.extract", kind]
    options = {"stdin": file, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and a kind that we know
            command, **options, cwd=settings.BASE_DIR, env={}, timeout=TIMEOUT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return Reading(problem=TOO_LARGE)
    if done.returncode == 0:
        with suppress(ValueError):  # a parser that writes where our answer stands
            return Reading(**json.loads(done.stdout))
    logger.warning("Reading a %s file ended with %s", kind, done.returncode)
    # The kernel stops with a signal what takes too much.
    return Reading(problem=TOO_LARGE if done.returncode < 0 else UNREADABLE)
