"""The loaded site as it was, put back after a test that wrote something: copying is quicker than loading."""

import sqlite3

from django.core.cache import cache
from django.db import connection, connections


class Snapshot:
    """Keeps a copy of the SQLite file in memory. Uploads stay: a file that no row names disturbs nobody."""

    def __init__(self):
        self.live = sqlite3.connect(connection.settings_dict["NAME"])
        self.kept = sqlite3.connect(":memory:")
        self.live.backup(self.kept)
        self.version = self.data_version()

    def data_version(self):
        """A number that changes when any other connection has written."""
        return self.live.execute("PRAGMA data_version").fetchone()[0]

    def put_back(self):
        """Whether anything had to be put back."""
        cache.clear()
        if self.data_version() == self.version:
            return False
        connections.close_all()
        self.kept.backup(self.live)
        self.version = self.data_version()
        return True

    def close(self):
        self.live.close()
        self.kept.close()
