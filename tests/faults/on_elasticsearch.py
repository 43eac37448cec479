"""What happens to Elasticsearch while things change and people search."""

import time
import uuid

from tests.elasticsearch.cluster import master_of
from tests.elasticsearch.proxy import proxy_to
from tests.faults.keeping import asked_by, prepare, settled

NAME = "elasticsearch"
FLOODED = {"index.blocks.read_only_allow_delete": True}
DOWN_SECONDS = 2
# A reader waits two seconds for Elasticsearch and then gets the answer of the embedded index.
LONGEST_WAIT_MS = 2_500


def address_of(*hosts):
    """SEARCH_URL of a new site on these hosts of one cluster."""
    return f"http://{','.join(hosts)}/faults-{uuid.uuid4().hex[:8]}"


def engine_killed(world, node, *, changes, kills=3, seed=4):
    """The only node is killed while practices change, and comes back with what it had."""
    prepare(world)
    changer, worker = world.start("change", count=changes, seed=seed, tells=False), world.start("drain", batch=20)
    for _number in range(kills):
        pass_by(changer, changes // (kills + 1))
        node.kill()
        time.sleep(DOWN_SECONDS)
        node.start()
        node.wait()
    changer.result()
    worker.kill()
    return settled(world, f"engine killed {times(kills)} in {changes} changes", NAME)


def master_killed(world, nodes, *, changes, searches, seed=5):
    """Of three nodes the elected master is killed while practices change and people search."""
    prepare(world)
    wait_for_copies(nodes)
    changer, worker = world.start("change", count=changes, seed=seed, tells=False), world.start("drain", batch=20)
    pause = 0.02  # so that the searches last as long as the changes
    searcher = world.start("search", count=searches, seed=seed, pause_seconds=pause)
    searcher.next()
    pass_by(changer, changes // 3)
    master = master_of(nodes)
    master.kill()
    asked = asked_by(searcher)
    changer.result()
    worker.kill()
    master.start()
    others = [node for node in nodes if node is not master]
    outcome = settled(world, f"master of {len(nodes)} nodes killed in {changes} changes", NAME, asked)
    return outcome.with_note(f"{master.name} was the master, {master_of(others).name} is")


def slow(world, node, *, changes, searches, seed=6):
    """Each answer takes 5 seconds: readers get that of the other index, rows wait."""
    with proxy_to(node.url) as proxy:
        world.search_url = address_of(proxy.host)
        prepare(world)
        proxy.delay_seconds = 5
        changer = world.start("change", count=changes, seed=seed, tells=False)
        asked = asked_by(world.start("search", count=searches, seed=seed))
        changer.result()
        proxy.delay_seconds = 0
        return in_time(settled(world, f"each answer takes 5 s, {changes} changes", NAME, asked))


def full(world, node, *, changes, searches, seed=7):
    """The disk is full, so that the server takes nothing more: readers notice nothing, rows wait."""
    prepare(world)
    node.ask("/faults-*/_settings", FLOODED, method="PUT")
    changer = world.start("change", count=changes, seed=seed, tells=False)
    worker = world.start("drain")
    asked = asked_by(world.start("search", count=searches, seed=seed))
    changer.result()
    told = worker.next(), worker.next()
    worker.kill()
    node.ask("/faults-*/_settings", dict.fromkeys(FLOODED), method="PUT")
    outcome = settled(world, f"disk full, {changes} changes", NAME, asked)
    return outcome if told[1]["failed"] else outcome.with_broken("it was not full")


def wait_for_copies(nodes):
    nodes[0].ask("/_cluster/health?wait_for_status=green&timeout=60s")


def pass_by(changer, count):
    """Waits until it has changed so much."""
    for _number, _told in zip(range(count), changer.told(), strict=False):
        pass


def in_time(outcome):
    worst = max(outcome.searches.took_ms)
    return outcome if worst <= LONGEST_WAIT_MS else outcome.with_broken(f"a reader waited {worst:.0f} ms")


def times(count):
    return "once" if count == 1 else f"{count} times"
