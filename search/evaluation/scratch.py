"""An engine of one's own that is gone afterwards, for measuring."""

import os
import tempfile
import uuid
from contextlib import contextmanager

from django.conf import settings

from search.engines.elastic import ElasticEngine, Options
from search.engines.embedded import EmbeddedEngine

WHERE = "ELASTICSEARCH_TEST_URL"
PATIENCE_SECONDS = 30


class NoEngineError(LookupError):
    """Its text says which engine cannot be had, and why."""


@contextmanager
def scratch_engine(name):
    """An empty engine of this name; raises NoEngineError when it cannot be had."""
    if name not in SCRATCH:
        raise NoEngineError(f"There is no engine {name!r}; there are: {', '.join(SCRATCH)}.")
    with SCRATCH[name]() as engine:
        yield engine


@contextmanager
def embedded():
    with tempfile.TemporaryDirectory(prefix="leerkring-evaluation-") as folder:
        yield EmbeddedEngine(folder, entries=list)


@contextmanager
def elastic():
    """On the cluster of SEARCH_URL, or the one for tests; its indexes stand beside the real ones."""
    url = settings.SEARCH_URL if settings.SEARCH_URL.startswith("http") else os.environ.get(WHERE)
    if not url:
        raise NoEngineError(f"There is no Elasticsearch: name one in SEARCH_URL or in {WHERE}.")
    options = Options(ca_certs=settings.SEARCH_CA_CERTS, replicas=0, asking_seconds=PATIENCE_SECONDS)
    name = f"leerkring-evaluation-{uuid.uuid4().hex[:8]}"
    engine = ElasticEngine(url, entries=list, options=options, name=name)
    try:
        yield engine
    finally:
        engine.remove()


SCRATCH = {"embedded": embedded, "elastic": elastic}
