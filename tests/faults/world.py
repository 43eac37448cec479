"""A site in a folder of its own that goes away. Whatever happens on it happens in processes of its own.

Only these processes are ever killed.
"""

import multiprocessing
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

from tests.faults.child import begin
from tests.faults.outcome import Found

DATABASE = "site.sqlite3"
# A killed worker's rows are free again after this long, in place of two minutes: a run should not wait for that.
LEASE_SECONDS = 3
ENVIRONMENT = {"DJANGO_SETTINGS_MODULE": "cms.settings.test", "DATABASE_URL": "", "LOG_LEVEL": "ERROR"}

# Where background tasks run: in the process that asks for them, as at a desk, or in a worker, as in production.
AT_ONCE, BY_WORKER = "django_tasks.backends.immediate.ImmediateBackend", "django_tasks_db.DatabaseBackend"

spawning = multiprocessing.get_context("forkserver")
spawning.set_forkserver_preload(["tests.faults.preload"])


class Process:
    """Something that somebody does on the site; see roles.py."""

    def __init__(self, role, options, site):
        self.role = role
        self._told, telling = spawning.Pipe(duplex=False)
        self._process = spawning.Process(target=begin, args=(telling, role, options, site), daemon=True)
        os.environ.update(ENVIRONMENT)  # what the first process starts with goes for all
        self._process.start()
        telling.close()

    def told(self):
        """What it says, a dictionary at a time, until it ends or is killed."""
        while True:
            try:
                yield self._told.recv()
            except (EOFError, OSError):
                return

    def next(self):
        return next(self.told())

    def kill(self):
        """As the kernel or a power failure would: nothing in it can be tidied up."""
        self._process.kill()
        self._process.join()

    def result(self):
        """The last thing it says; an error in it is an error here."""
        told = [*self.told()]
        self._process.join()
        if self._process.exitcode:
            raise RuntimeError(f"{self.role!r} ended with {self._process.exitcode}.")
        return told[-1] if told else None


class World:
    def __init__(self, folder, search_url="", replicas=0):
        self.folder, self.search_url = Path(folder), search_url
        self.database = self.folder / DATABASE
        self._replicas = replicas
        self._processes = []

    def start(self, role, search_url=None, tasks=AT_ONCE, **options):
        site = {
            "database": str(self.database),
            "folder": str(self.folder),
            "search_url": self.search_url if search_url is None else search_url,
            "replicas": self._replicas,
            "tasks": tasks,
        }
        process = Process(role, {"lease_seconds": LEASE_SECONDS, **options}, site)
        self._processes.append(process)
        return process

    def do(self, role, **options):
        """What a role says last."""
        return self.start(role, **options).result()

    def rows_held(self):
        """How many rows of the outbox somebody has a lease on, dead or alive."""
        with closing(sqlite3.connect(self.database)) as database:
            return database.execute("SELECT count(*) FROM outbox_change WHERE claim IS NOT NULL").fetchone()[0]

    def check(self):
        """What `search_check` finds in the index that is asked, and in the one that stands in for Elasticsearch."""
        indexes = [self.search_url, ""] if self.search_url else [""]
        return sum((Found(**self.do("check", search_url=url)) for url in indexes), start=Found())

    def end(self):
        for process in self._processes:
            process.kill()


@contextmanager
def world(template, search_url="", replicas=0):
    """A copy of the site in the folder `template`."""
    with tempfile.TemporaryDirectory(prefix="leerkring-faults-") as folder:
        shutil.copy(Path(template) / DATABASE, folder)
        made = World(folder, search_url, replicas)
        try:
            yield made
        finally:
            made.end()


def plant(folder, practices, *, tables=None):
    """Makes a site with so many practices in `folder`, on a copy of these tables or on new ones."""
    made = World(folder)
    if tables:
        shutil.copy(tables, made.database)
    else:
        made.do("tables")
    made.do("plant", practices=practices)
