"""The one way to an engine: `get_engine()`. Nothing outside this folder knows which one runs."""

import threading
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine
from search.engines.fallback import EngineWithFallback
from search.registry import all_entries

FORMS = "use embedded:///folder or https://user:password@host:9200/name"

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
    if parts.scheme in ("http", "https"):
        return elastic_with_fallback(url)
    raise ImproperlyConfigured(f"SEARCH_URL is {url!r}; {FORMS}.")


def elastic_with_fallback(url):
    """Elasticsearch; when it does not answer, an embedded index in DATA_DIR does."""
    from search.engines.elastic import ElasticEngine, Options  # noqa: PLC0415 - most sites never load this client

    options = Options(
        ca_certs=settings.SEARCH_CA_CERTS, shards=settings.SEARCH_SHARDS, replicas=settings.SEARCH_REPLICAS
    )
    try:
        first = ElasticEngine(url, entries=all_entries, options=options)
    except ValueError as error:
        raise ImproperlyConfigured(f"SEARCH_URL is not understood, {error}; {FORMS}.") from None
    other = EmbeddedEngine(Path(settings.DATA_DIR) / "search", entries=all_entries)
    return EngineWithFallback(first, other, entries=all_entries)


def forget_engine():
    """Lets go of what is open, so that the next call opens anew; for tests."""
    global _known
    with _lock:
        _known = None
