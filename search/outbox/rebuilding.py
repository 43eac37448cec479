"""Makes the whole index anew, while readers go on using the old one."""

import gc

from search.engines import get_engine
from search.outbox.actions import take_version
from search.registry import all_entries


def rebuild_index(progress=None):
    """Returns the number of entries. What changes meanwhile is sent as always and is kept."""
    version = take_version()
    gc.freeze()  # else all that the site holds is looked through again and again while entries come and go
    try:
        return get_engine().rebuild(all_entries(), version=version, progress=progress)
    finally:
        gc.unfreeze()
