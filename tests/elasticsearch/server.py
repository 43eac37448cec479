"""A real Elasticsearch for tests: laid out by Maven, run by Java, shared by every process that tests."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from scripts.house.stamps import digest, is_fresh, leave

HERE = Path(__file__).parent
FOLDER = HERE.parent.parent / ".elasticsearch"
HOME, STAMP = FOLDER / "home", FOLDER / "made-of"
USERS, STARTING, PORT, LOG = FOLDER / "users", FOLDER / "starting", FOLDER / "port", FOLDER / "log"

HEAP = os.environ.get("ELASTICSEARCH_HEAP", "512m")
QUICK_START = (f"-Xms{HEAP}", f"-Xmx{HEAP}", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
AS_IN_PRODUCTION = ("-Xms2g", "-Xmx2g")
PATIENCE_SECONDS = 90
# In memory where that is possible: each write waits for the disk, and tests write a lot.
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it


class NoServerError(Exception):
    """Its text says why there is no Elasticsearch here."""


@contextmanager
def running_server(*, is_measured=False):
    """The address of a node that runs as long as anybody is in this block; raises NoServerError.

    A node that is measured gets memory and all of Java's compilers: it starts slower and answers in half the time.
    """
    FOLDER.mkdir(exist_ok=True)
    with USERS.open("a+") as users:
        fcntl.lockf(users, fcntl.LOCK_SH)  # the node stops when nobody holds this any more
        with STARTING.open("a") as starting:
            fcntl.lockf(starting, fcntl.LOCK_EX)
            url = running_url() or start(AS_IN_PRODUCTION if is_measured else QUICK_START)
        yield url


def running_url():
    """The address of the node that another process started, if it answers."""
    url = f"http://127.0.0.1:{PORT.read_text()}" if PORT.exists() else ""
    return url if url and answers(url) else ""


def start(java_options):
    lay_out_home()
    port = free_port()
    data = tempfile.mkdtemp(prefix="leerkring-elasticsearch-", dir=MEMORY if MEMORY.is_dir() else None)
    with LOG.open("w") as log:
        node = subprocess.Popen(
            command(data, port, java_options=java_options), stdout=log, stderr=log, start_new_session=True
        )
    url = f"http://127.0.0.1:{port}"
    wait_for(url, node)
    PORT.write_text(str(port))
    return url


def command(data, port, users=USERS, settings=(), java_options=QUICK_START):
    modules = ["--module-path", HOME / "lib", "--add-modules", "ALL-MODULE-PATH"]
    return [
        str(word) for word in ("java", *java_options, *modules, HERE / "Serve.java", HOME, data, port, users, *settings)
    ]


def lay_out_home():
    """Once for each state of the files here; the first time fetches 41 MB of packages."""
    for program in ("java", "mvn"):
        if not shutil.which(program):
            raise NoServerError(f"{program} is missing")
    sources = [HERE / "pom.xml", *(HERE / "src").rglob("*.*")]
    made_of = digest(sources)
    if is_fresh(STAMP, made_of):
        return
    for made in (HOME, FOLDER / "target"):  # Maven leaves marks of what it unpacked, and would not do it again
        shutil.rmtree(made, ignore_errors=True)
    maven = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), f"-Dout={FOLDER}", "package"]
    done = subprocess.run(maven, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoServerError(f"Maven could not get its packages: {done.stdout.strip()[-300:]}")
    leave(STAMP, made_of)


def wait_for(url, node):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if answers(url):
            return
        if node.poll() is not None:
            raise NoServerError(f"it did not start; {LOG} says why")
        time.sleep(0.2)
    node.kill()
    raise NoServerError(f"it did not answer within {PATIENCE_SECONDS} seconds; {LOG} says why")


def answers(url):
    try:
        with urllib.request.urlopen(f"{url}/_cluster/health?timeout=1s", timeout=5) as answer:
            return answer.status == 200
    except (OSError, urllib.error.URLError):
        return False


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


if __name__ == "__main__":
    try:
        lay_out_home()
    except NoServerError as error:
        sys.exit(f"There is no Elasticsearch: {error}.")
