"""Which runs there are: what `make bench-faults` does, in this order."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.faults import findable, keeping, on_elasticsearch, pestering
from tests.faults.on_elasticsearch import NAME as ELASTICSEARCH

EMBEDDED = "embedded"
SOME, MANY = 400, 10_000
BUSY = {"changes": 200, "searches": 1_000}


@dataclass(frozen=True)
class Run:
    """`act` gets the site, and the nodes of Elasticsearch when there are any."""

    name: str
    act: Callable
    nodes: int = 0
    practices: int = SOME

    def address(self, cluster):
        return on_elasticsearch.address_of(*(node.host for node in cluster)) if cluster else ""


RUNS = (
    Run("writer", lambda site: keeping.changer_killed(site, changes=500, kills=20)),
    Run("worker", lambda site: keeping.worker_killed(site, engine=EMBEDDED, changes=500, kills=20)),
    Run("rebuild", lambda site: keeping.rebuilt_while_busy(site, engine=EMBEDDED, **BUSY)),
    Run("hostile", lambda site: pestering.pestered(site, engine=EMBEDDED, count=10_000)),
    Run("findable", lambda site: findable.published(site, engine=EMBEDDED, count=20), practices=MANY),
    Run("elastic-engine", lambda site, nodes: on_elasticsearch.engine_killed(site, nodes[0], changes=500), nodes=1),
    Run(
        "elastic-worker",
        lambda site, _nodes: keeping.worker_killed(site, engine=ELASTICSEARCH, changes=500, kills=20),
        nodes=1,
    ),
    Run(
        "elastic-rebuild", lambda site, _nodes: keeping.rebuilt_while_busy(site, engine=ELASTICSEARCH, **BUSY), nodes=1
    ),
    Run("elastic-slow", lambda site, nodes: on_elasticsearch.slow(site, nodes[0], changes=100, searches=200), nodes=1),
    Run("elastic-full", lambda site, nodes: on_elasticsearch.full(site, nodes[0], changes=30, searches=100), nodes=1),
    Run("elastic-hostile", lambda site, _nodes: pestering.pestered(site, engine=ELASTICSEARCH, count=10_000), nodes=1),
    Run(
        "elastic-findable",
        lambda site, _nodes: findable.published(site, engine=ELASTICSEARCH, count=20),
        nodes=1,
        practices=MANY,
    ),
    Run(
        "three-nodes",
        lambda site, nodes: on_elasticsearch.master_killed(site, nodes, changes=500, searches=1_000),
        nodes=3,
    ),
)
