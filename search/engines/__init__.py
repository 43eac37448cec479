"""The one way to an engine: `get_engine()`. Nothing outside this folder knows which one runs."""

import threading
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine
from search.registry import all_entries

_lock = threading.Lock()
_known: tuple[str, Engine] | None = None


def get_engine():
    """The engine of settings.SEARCH_URL; the same object for a whole process."""
    global _known
    url = settings.SEARCH_URL
    with _lock:
        if _known is None or _known[0] != url:
            _known = (url, make_engine(url))
        return _known[1]


def make_engine(url):
    parts = urlsplit(url)
    if parts.scheme == "embedded" and parts.path:
        return EmbeddedEngine(parts.path, entries=all_entries)
    raise ImproperlyConfigured(f"SEARCH_URL is {url!r}; use embedded:///folder.")


def forget_engine():
    """Lets go of what is open, so that the next call opens anew; for tests."""
    global _known
    with _lock:
        _known = None
