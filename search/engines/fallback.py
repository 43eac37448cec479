"""Lets another engine answer while the first does not, and tries the first again now and then."""

import logging
import threading
import time
from dataclasses import replace

from search.engines.base import Engine, EngineUnavailableError

logger = logging.getLogger(__name__)

# So many failures after each other, and nobody waits for the engine any more until the pause is over.
FAILURES, PAUSE_SECONDS = 2, 15


class Breaker:
    """Closed while all goes well; open after failures; half open when one caller may try again."""

    def __init__(self, clock=time.monotonic):
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._try_again_at = 0.0

    def may_try(self):
        """Whether this caller may ask; of those who come after a pause only the first may."""
        with self._lock:
            if self._failures < FAILURES:
                return True
            if self._clock() < self._try_again_at:
                return False
            self._try_again_at = self._clock() + PAUSE_SECONDS
            return True

    def succeeded(self):
        with self._lock:
            self._failures = 0

    def failed(self):
        with self._lock:
            self._failures += 1
            self._try_again_at = self._clock() + PAUSE_SECONDS


class EngineWithFallback(Engine):
    """`first` answers; when it cannot, `other` does. Both hear of every change.

    `entries()` gives everything, for when both are made anew.
    """

    def __init__(self, first, other, *, entries, breaker=None):
        self._first = first
        self._other = other
        self._entries = entries
        self._breaker = breaker or Breaker()

    def search(self, query):
        return self._answer(
            lambda: self._first.search(query), lambda: replace(self._other.search(query), is_fallback=True)
        )

    def suggest(self, text, **options):
        return self._answer(lambda: self._first.suggest(text, **options), lambda: self._other.suggest(text, **options))

    def similar(self, id, **options):
        return self._answer(lambda: self._first.similar(id, **options), lambda: self._other.similar(id, **options))

    def apply(self, changes):
        """The usual one first, because readers wait for it while the other may be merging for half a second."""
        changes = list(changes)
        try:
            self._first.apply(changes)
        finally:  # what was hidden must be hidden there too while the first is down
            self._other.apply(changes)

    def rebuild(self, entries, *, version=0, progress=None):
        count = self._first.rebuild(entries, version=version, progress=progress)
        self._other.rebuild(self._entries(), version=version)
        return count

    def versions(self):
        return self._first.versions()

    def fingerprints(self):
        return self._first.fingerprints()

    def status(self):
        status = self._first.status()
        if status.is_available:
            return status
        return replace(status, detail=f"{status.detail} Answers come from the {self._other.status().name} index.")

    def _answer(self, ask, ask_other):
        if not self._breaker.may_try():
            return ask_other()
        try:
            answer = ask()
        except EngineUnavailableError as error:
            self._breaker.failed()
            logger.warning("The other index answers: %s", error)
            return ask_other()
        self._breaker.succeeded()
        return answer
