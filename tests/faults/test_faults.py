"""The runs of `make bench-faults`, small: what is killed, slow or full loses nothing and fails no search."""

import random

import pytest

from search.engines.embedded import EmbeddedEngine
from tests.contract.conftest import elastic  # noqa: F401 - a fixture for the test here
from tests.contract.engines import put
from tests.elasticsearch.fixtures import elasticsearch_url  # noqa: F401 - as above
from tests.faults import hostile, keeping, on_elasticsearch
from tests.faults.on_elasticsearch import NAME as ELASTICSEARCH
from tests.faults.world import world
from tests.search.factories import EntryFactory

# Without this mark there would be no tables to copy.
pytestmark = pytest.mark.django_db

QUESTIONS = 300


def hosts_of(nodes):
    return on_elasticsearch.address_of(*(node.host for node in nodes))


def test_who_writes_is_killed(template):
    with world(template) as site:
        outcome = keeping.changer_killed(site, changes=12, kills=2)

    assert outcome.is_good, outcome


def test_worker_is_killed(template):
    with world(template) as site:
        outcome = keeping.worker_killed(site, engine="embedded", changes=15, kills=2)

    assert outcome.is_good, outcome


def test_index_is_rebuilt_while_people_change_and_search(template):
    with world(template) as site:
        outcome = keeping.rebuilt_while_busy(site, engine="embedded", changes=10, searches=50)

    assert outcome.is_good, outcome


@pytest.mark.elasticsearch
@pytest.mark.timeout(600)
def test_engine_is_killed_slow_and_full(template, have_nodes):
    [node] = nodes = have_nodes(1)
    with world(template, hosts_of(nodes)) as site:
        outcomes = [
            on_elasticsearch.engine_killed(site, node, changes=20, kills=1),
            on_elasticsearch.slow(site, node, changes=5, searches=20),
        ]
    with world(template, hosts_of(nodes)) as site:
        outcomes.append(on_elasticsearch.full(site, node, changes=5, searches=20))

    assert all(outcome.is_good for outcome in outcomes), "\n".join(map(str, outcomes))


@pytest.mark.elasticsearch
@pytest.mark.timeout(600)
def test_index_on_elasticsearch_is_rebuilt_while_people_change_and_search(template, have_nodes):
    with world(template, hosts_of(have_nodes(1))) as site:
        outcome = keeping.rebuilt_while_busy(site, engine=ELASTICSEARCH, changes=10, searches=50)

    assert outcome.is_good, outcome


@pytest.mark.elasticsearch
@pytest.mark.timeout(600)
def test_master_of_three_nodes_is_killed(template, have_nodes):
    three = have_nodes(3)
    with world(template, hosts_of(three), replicas=2) as site:
        outcome = on_elasticsearch.master_killed(site, three, changes=40, searches=100)

    assert outcome.is_good, outcome


def pester(engine):
    put(engine, *EntryFactory.build_batch(20, body="voetbal kansen racisme", facets={"theme": ("sport",)}))
    for query in hostile.questions(random.Random(1), QUESTIONS):
        engine.search(query)
        engine.suggest(query.text, audiences=query.audiences)


def test_hostile_questions_are_answered(tmp_path):
    pester(EmbeddedEngine(tmp_path, entries=list))


@pytest.mark.elasticsearch
def test_hostile_questions_are_answered_by_elasticsearch(elastic):  # noqa: F811 - the fixture above
    pester(elastic)
