"""The folder that all processes share: which index is current, and who may write.

search/current         the name of the index that readers use, replaced in one move
search/index-.../      one tantivy index; its name ends with the layout it was made for
search/*.lock          held through flock, so that a killed process leaves no lock behind
"""

import fcntl
import os
import re
import shutil
import time
import uuid
from contextlib import contextmanager
from pathlib import Path

from search.engines.base import EngineUnavailableError

PATIENCE_SECONDS = 30


class IndexFolder:
    def __init__(self, path):
        self.path = Path(path)

    @property
    def pointer(self):
        return self.path / "current"

    def current(self):
        """The path of the index that readers use, or None when there is none."""
        try:
            name = self.pointer.read_text(encoding="ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        return self.path / name if name.startswith("index-") and "/" not in name else None

    def new(self, layout, version):
        """A new empty folder beside the current index, for everything as it was at `version`."""
        path = self.path / f"index-{time.strftime('%Y%m%d%H%M%S')}-{uuid.uuid4().hex[:8]}-v{version}-{layout}"
        path.mkdir(parents=True)
        return path

    def switch(self, new):
        """Makes `new` current. The one before it stays for readers that are just opening it."""
        before = self.current()
        draft = self.path / f"current.{os.getpid()}"
        draft.write_text(new.name, encoding="ascii")
        draft.replace(self.pointer)
        for path in self.path.glob("index-*"):
            if path not in (new, before):
                shutil.rmtree(path, ignore_errors=True)

    def size_bytes(self):
        current = self.current()
        return sum(file.stat().st_size for file in current.iterdir()) if current and current.is_dir() else 0

    def writing(self):
        """Held by the one who changes the current index or switches to another."""
        return self._locked("writing.lock", PATIENCE_SECONDS)

    def rebuilding(self):
        """Held by the one who makes a new index; the others wait until it is there."""
        return self._locked("rebuilding.lock", 20 * PATIENCE_SECONDS)

    @contextmanager
    def _locked(self, name, patience_seconds):
        self.path.mkdir(parents=True, exist_ok=True)
        with open(self.path / name, "w") as file:
            wait_for_lock(file, patience_seconds)
            yield


def version_of(index):
    """The version that an index was filled at: whatever is older was read before, and is not news."""
    found = re.search(r"-v(\d+)-", index.name)
    return int(found[1]) if found else 0


def wait_for_lock(file, patience_seconds):
    deadline = time.monotonic() + patience_seconds
    pause = 0.002
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise EngineUnavailableError(f"Waited {patience_seconds} s for {file.name}.") from None
            time.sleep(pause)
            pause = min(pause * 1.5, 0.1)
