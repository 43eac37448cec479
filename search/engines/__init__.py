"""The one way to an engine: `get_engine()`. Nothing outside this folder knows which one runs."""

import threading
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from search.engines.embedded import EmbeddedEngine
from search.registry import all_entries

_engines = {}
_lock = threading.Lock()


def get_engine():
    """The engine of settings.SEARCH_URL; the same object for a whole process."""
    url = settings.SEARCH_URL
    with _lock:
        if url not in _engines:
            _engines[url] = make_engine(url)
        return _engines[url]


def make_engine(url):
    parts = urlsplit(url)
    if parts.scheme == "embedded" and parts.path:
        return EmbeddedEngine(parts.path, entries=all_entries)
    raise ImproperlyConfigured(f"SEARCH_URL is {url!r}; use embedded:///folder.")


def forget_engines():
    """Closes what is open, so that the next call opens anew; for tests."""
    with _lock:
        _engines.clear()
