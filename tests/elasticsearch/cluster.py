"""Nodes of one's own, to kill: they stop by themselves, and their data goes away, when whoever made them is gone."""

import fcntl
import json
import shutil
import subprocess
import tempfile
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from tests.elasticsearch.server import LOG, MEMORY, answers, command, free_port, lay_out_home, wait_for

ENOUGH_NODES = "/_cluster/health?wait_for_nodes={count}&wait_for_no_initializing_shards=true&timeout=60s"
# It would look at the disk every half minute, and take away a block that a test made.
KEEPS_BLOCKS = "cluster.info.update.interval=1h"


class Node:
    def __init__(self, folder, port, settings=()):
        self.port, self.host = port, f"127.0.0.1:{port}"
        self.url = f"http://{self.host}"
        self.name = f"node-{port}"
        self._folder = folder
        self._settings = settings
        self._process = None

    def start(self):
        """Begins to start, with what it had before if it was killed."""
        words = command(self._folder / self.name, self.port, self._folder / "users", self._settings)
        with LOG.with_name(f"log-{self.name}").open("w") as log:
            self._process = subprocess.Popen(words, stdout=log, stderr=log, start_new_session=True)

    def wait(self):
        wait_for(self.url, self._process)

    def kill(self):
        """As a power failure: nothing is tidied up."""
        self._process.kill()
        self._process.wait()

    @property
    def is_answering(self):
        return answers(self.url)

    def ask(self, path, content=None, method="GET"):
        body = json.dumps(content).encode() if content is not None else None
        request = urllib.request.Request(self.url + path, body, {"content-type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=70) as answer:
            return json.loads(answer.read())


@contextmanager
def nodes(count):
    """So many nodes of one cluster, all in service; raises NoServerError."""
    lay_out_home()
    folder = Path(tempfile.mkdtemp(prefix="leerkring-elasticsearch-", dir=MEMORY if MEMORY.is_dir() else None))
    made = []
    try:
        with (folder / "users").open("a+") as users:
            fcntl.lockf(users, fcntl.LOCK_SH)  # a node stops when nobody holds this any more
            made = make(folder, count)
            for node in made:
                node.start()
            for node in made:
                node.wait()
            made[0].ask(ENOUGH_NODES.format(count=count))
            yield made
    finally:
        for node in made:
            node.kill()
            LOG.with_name(f"log-{node.name}").unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)


def make(folder, count):
    ports = [free_port() for _ in range(2 * count)]
    if count == 1:
        return [Node(folder, ports[0], [KEEPS_BLOCKS])]
    inner, outer = ports[:count], ports[count:]
    together = [
        KEEPS_BLOCKS,
        "discovery.seed_hosts=" + ",".join(f"127.0.0.1:{port}" for port in inner),
        "cluster.initial_master_nodes=" + ",".join(f"node-{port}" for port in outer),
    ]
    return [
        Node(folder, port, [f"transport.port={number}", *together]) for number, port in zip(inner, outer, strict=True)
    ]


def master_of(made):
    """The node that the others have elected."""
    name = made[0].ask("/_cat/master?format=json")[0]["node"]
    return next(node for node in made if node.name == name)
