"""A site at a desk: everything it needs, then the server and its background worker until Ctrl-C."""

import os
import signal
import socket
import subprocess
import time

from scripts.house import environment as packages
from scripts.house.commands import CannotGoOnError, must_run, python, say
from scripts.house.paths import DATA_DIR, REQUIREMENTS, ROOT
from scripts.house.stamps import digest, is_fresh, leave

ROOMS = ("search", "practices", "networks", "cms")
STAMPS = DATA_DIR / "stamps"
ACCOUNTS = DATA_DIR / "accounts.txt"
STARTS_WITHIN_SECONDS = 60
ENDS_WITHIN_SECONDS = 5
CODE_HAS_CHANGED = 3  # how Django's server asks to be started again


def run():
    number = port()
    refuse_taken(number)
    os.environ.setdefault("SITE_URL", f"http://localhost:{number}")
    prepare()
    serve(number)


def port():
    value = os.environ.get("PORT", "8000")
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise CannotGoOnError(f"PORT is {value!r}: use a number from 1 to 65535, as in `make run PORT=8001`.")
    return int(value)


def refuse_taken(number):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", number))
        except PermissionError as error:
            raise CannotGoOnError(
                f"Port {number} is for root only: choose another, as in `make run PORT=8000`."
            ) from error
        except OSError as error:
            raise CannotGoOnError(
                f"Port {number} is in use by another program: stop that, or choose another port, "
                f"as in `make run PORT={number + 1}`."
            ) from error


def prepare():
    """Does what has changed since the last time: packages, texts, tables, content with its index, accounts."""
    packages.prepare("run")
    if not os.environ.get("DATABASE_URL") and not (DATA_DIR / "leerkring.sqlite3").exists():
        forget_what_was_done()
    compile_texts()
    migrations = files("migrations/*.py")
    once(
        "tables",
        [*migrations, REQUIREMENTS / "run.txt"],
        "Making the tables",
        ["manage.py", "migrate", "--verbosity=0"],
    )
    content = [*migrations, *files("content/**/*"), *files("data/**/*"), *files("*load*.py"), *files("demo.py")]
    once("content", content, "Loading the practices", ["manage.py", "load_content", "--with-examples"])
    once("accounts", content, "Making the demo accounts", ["-m", "scripts.house.accounts", ACCOUNTS])


def compile_texts():
    """The .mo files are made, not kept; without them the site speaks English."""
    sources = ROOT.glob("locale/*/LC_MESSAGES/*.po")
    made = {source: source.with_suffix(".mo") for source in sources}
    if all(mo.exists() and mo.stat().st_mtime > po.stat().st_mtime for po, mo in made.items()):
        return
    say("Compiling the Dutch texts")
    must_run("The Dutch texts could not be compiled.", *python("-m", "scripts.house.translations", "compile"))


def files(pattern):
    return [path for room in ROOMS for path in (ROOT / room).rglob(pattern) if path.is_file()]


def forget_what_was_done():
    for stamp in STAMPS.glob("*"):
        stamp.unlink()


def once(name, inputs, title, words):
    """Runs a command of the project's Python, unless that was done before for the same files and database."""
    wanted = digest(inputs, os.environ.get("DATABASE_URL", ""), os.environ.get("SEARCH_URL", ""))
    if is_fresh(STAMPS / name, wanted):
        return
    say(title)
    quiet = os.environ.get("LOG_LEVEL", "WARNING")
    must_run(f"{title} failed, for the reason above.", *python(*words), LOG_LEVEL=quiet)
    leave(STAMPS / name, wanted)


def serve(number):
    """Server and worker live and end together."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    server, worker = start_server(number), None
    try:
        wait_until_answering(number, server)
        worker = start("manage.py", "worker")
        print(f"\n{ACCOUNTS.read_text()}\nLeerkring is at http://localhost:{number} (Ctrl-C ends it)\n", flush=True)
        while worker.poll() is None:
            if server.poll() == CODE_HAS_CHANGED:
                server = start_server(number)
            elif server.poll() is not None:
                break
            time.sleep(0.5)
        raise CannotGoOnError("Leerkring stopped, for the reason above.")
    except KeyboardInterrupt:
        print("\nLeerkring has ended.")
    finally:
        for program in filter(None, [server, worker]):
            end(program)


def start_server(number):
    """The half of runserver that serves and ends when code changes; leaving out its other half starts twice as fast."""
    return start("manage.py", "runserver", str(number), RUN_MAIN="true")


def start(*words, **variables):
    environment = {**os.environ, **variables}
    return subprocess.Popen(python(*words), cwd=ROOT, stdin=subprocess.DEVNULL, start_new_session=True, env=environment)


def wait_until_answering(number, program):
    give_up_at = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < give_up_at and program.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", number)) == 0:
                return
        time.sleep(0.1)
    raise CannotGoOnError("The server did not start, for the reason above.")


def end(program):
    """Ends a program with everything that it started."""
    try:
        os.killpg(program.pid, signal.SIGTERM)
        program.wait(ENDS_WITHIN_SECONDS)
    except ProcessLookupError:
        return
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
