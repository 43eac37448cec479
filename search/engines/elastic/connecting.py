"""The connection to Elasticsearch, one for each process, and what its errors mean to us."""

import os
import threading
from contextlib import contextmanager
from dataclasses import dataclass

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError
from elasticsearch.helpers import BulkIndexError

from search.engines.base import EngineUnavailableError

# A reader waits this long before the fallback answers; storing may take longer.
ASKING_SECONDS, STORING_SECONDS = 2, 30
OUR_OWN_MISTAKE = 400


class NoIndexError(EngineUnavailableError):
    """There is no index of this layout yet."""


@dataclass(frozen=True)
class Options:
    """What an operator chooses; `ca_certs` is a file with the certificates to trust, empty for the system's."""

    ca_certs: str = ""
    shards: int = 1
    replicas: int = 1
    asking_seconds: float = ASKING_SECONDS


class Connection:
    """Gives clients that are not shared with the process that this one was forked from."""

    def __init__(self, address, options):
        self._address = address
        self._options = options
        self._lock = threading.Lock()
        self._pid, self._client = None, None

    @property
    def asking(self):
        """A client that gives up soon, after `Options.asking_seconds`."""
        return self._mine()

    @property
    def storing(self):
        return self._mine().options(request_timeout=STORING_SECONDS)

    def _mine(self):
        with self._lock:
            if self._pid != os.getpid():
                self._pid, self._client = os.getpid(), connect(self._address, self._options)
            return self._client


def connect(address, options):
    """With several hosts, one that does not answer is passed over at once and left alone for a while."""
    safety = {"ca_certs": options.ca_certs} if options.ca_certs else {}
    signed_in = {"basic_auth": (address.user, address.password)} if address.user else {}
    return Elasticsearch(
        list(address.hosts),
        max_retries=len(address.hosts) - 1,
        request_timeout=options.asking_seconds,
        **safety,
        **signed_in,
    )


@contextmanager
def trouble_is_told():
    """EngineUnavailableError when asking again later may work; our own mistakes stay what they are."""
    try:
        yield
    except NotFoundError as error:
        raise NoIndexError(f"Elasticsearch has no index for us: {error}") from error
    except ApiError as error:
        if error.status_code == OUR_OWN_MISTAKE:
            raise
        raise EngineUnavailableError(f"Elasticsearch cannot do this now: {error}") from error
    except BulkIndexError as error:
        raise EngineUnavailableError(f"Elasticsearch stored only a part: {error}") from error
    except TransportError as error:
        raise EngineUnavailableError(f"Elasticsearch does not answer: {error}") from error
