"""A small site to break, on the tables that the tests have already."""

import sqlite3
from contextlib import ExitStack, closing

import pytest
from django.db import connection

from tests.elasticsearch.cluster import nodes
from tests.elasticsearch.server import NoServerError
from tests.faults.world import plant

PRACTICES = 12


@pytest.fixture(scope="session")
def template(tmp_path_factory, django_db_setup, django_db_blocker):
    """The folder of a site with a few made-up practices."""
    folder = tmp_path_factory.mktemp("faults")
    plant(folder, PRACTICES, tables=copy_of_tables(folder / "tables", django_db_blocker))
    return folder


def copy_of_tables(path, blocker):
    """SQLite hands over its tables in an instant; beside another database they are made."""
    if connection.vendor != "sqlite":
        return None
    with blocker.unblock(), closing(sqlite3.connect(path)) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    return path


@pytest.fixture
def have_nodes():
    """Gives so many nodes of Elasticsearch that belong to one test, which kills them."""
    with ExitStack() as until_the_end:

        def have(count):
            try:
                return until_the_end.enter_context(nodes(count))
            except NoServerError as error:
                pytest.skip(f"no Elasticsearch: {error}")

        yield have
