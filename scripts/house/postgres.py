"""A PostgreSQL server of our own: in a temporary folder, on a free port, gone when the tests are done."""

import contextlib
import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

from scripts.house import debian, environment, suite
from scripts.house.commands import CannotGoOnError, must_run

SERVER_USER = "postgres"  # the server refuses to run as root, and Debian's package makes this user
FAST_NOT_SAFE = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


def test():
    environment.prepare("test")
    with server() as url:
        if not suite.pytest("All tests but those in a browser, on PostgreSQL", *suite.ON_POSTGRESQL, DATABASE_URL=url):
            sys.exit("FAILED: tests on PostgreSQL")


@contextlib.contextmanager
def server():
    """Address of an empty database that lives as long as the block."""
    programs = find_programs()
    folder, port = Path(tempfile.mkdtemp(prefix="leerkring-postgresql-")), free_port()
    if os.geteuid() == 0:
        shutil.chown(folder, SERVER_USER)
    data, log = folder / "data", folder / "log"
    try:
        as_server("The database could not be made.", programs / "initdb", "-A", "trust", "-U", "leerkring", "-D", data)
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {FAST_NOT_SAFE}"
        start = (programs / "pg_ctl", "start", "-w", "-D", data, "-l", log, "-o", options)
        as_server(f"PostgreSQL did not start; {log} says why.", *start)
        try:
            yield f"postgres://leerkring@127.0.0.1:{port}/postgres"
        finally:
            as_server("PostgreSQL did not stop.", programs / "pg_ctl", "stop", "-m", "immediate", "-D", data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def as_server(sentence, *words):
    prefix = ("runuser", "-u", SERVER_USER, "--") if os.geteuid() == 0 else ()
    must_run(sentence, *prefix, *words, LC_ALL="C.UTF-8")


def find_programs():
    """Folder of initdb and pg_ctl, which Debian keeps outside the path; installs them when they are not there."""
    found = newest_programs()
    if not found and debian.install(["postgresql"]):
        found = newest_programs()
    if not found:
        raise CannotGoOnError(f"PostgreSQL is missing: get it with {debian.command_for(['postgresql'])}.")
    return found


def newest_programs():
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: int(path.parts[-3]), default=None)
    return newest and newest.parent


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
