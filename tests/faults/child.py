"""How a process of a run begins: on its own site, and telling what it does through a pipe."""

import logging
from contextlib import suppress
from datetime import timedelta
from pathlib import Path


def begin(connection, role, options, site):
    """Tells what this role does."""
    from django.db import connections  # noqa: PLC0415 - as below

    from tests.faults.preload import ROLES  # noqa: PLC0415 - it takes a while, unless it was done before

    logging.disable(logging.ERROR)  # that much goes wrong is what a run is about
    move_to(**site)
    lean_on_short_lease(options)
    with suppress(BrokenPipeError):  # nobody listens any more
        for told in ROLES[role](**options):
            connection.send(told)
    connections.close_all()  # so that SQLite has everything in one file


def move_to(database, folder, search_url, replicas, tasks):
    """Every setting that says where the site lives."""
    from django.db import connections  # noqa: PLC0415 - as above
    from django.test import override_settings  # noqa: PLC0415

    connections["default"].settings_dict["NAME"] = database
    override_settings(
        DATA_DIR=Path(folder),
        MEDIA_ROOT=Path(folder) / "media",
        SEARCH_URL=search_url or f"embedded://{folder}/search",
        SEARCH_REPLICAS=replicas,
        TASKS={"default": {"BACKEND": tasks}},
    ).enable()


def lean_on_short_lease(options):
    from search.outbox import actions  # noqa: PLC0415 - as above

    actions.LEASE = timedelta(seconds=options.pop("lease_seconds"))
    actions.BATCH = options.pop("batch", actions.BATCH)
