"""All runs, and the table of what they showed: python -m tests.faults [NAME...]; exits 1 on a broken promise."""

import contextlib
import sys
import tempfile
import time

from tests.elasticsearch.cluster import nodes
from tests.elasticsearch.server import NoServerError
from tests.faults.outcome import HEADING
from tests.faults.runs import RUNS
from tests.faults.world import plant, world


def main(names):
    unknown = set(names) - {run.name for run in RUNS}
    if unknown:
        sys.exit(f"There are no runs {', '.join(sorted(unknown))}; there are: {', '.join(run.name for run in RUNS)}.")
    print("On a machine that is busy with other things, times are upper bounds.\n")
    print(HEADING, flush=True)
    with tempfile.TemporaryDirectory(prefix="leerkring-faults-") as folder:
        outcomes = list(outcomes_of([run for run in RUNS if not names or run.name in names], folder))
    if not all(outcome.is_good for outcome in outcomes):
        sys.exit(1)


def outcomes_of(chosen, folder):
    """Runs that need the same number of nodes follow each other on the same ones."""
    for count in sorted({run.nodes for run in chosen}):
        try:
            with nodes(count) if count else contextlib.nullcontext() as cluster:
                for run in chosen:
                    if run.nodes == count:
                        yield told(run, template(folder, run.practices), cluster)
        except NoServerError as error:
            print(f"LEFT OUT: what needs {count} nodes of Elasticsearch: {error}")


def told(run, planted, cluster):
    began = time.monotonic()
    address = run.address(cluster)
    with world(planted, address, replicas=max(0, run.nodes - 1)) as site:
        outcome = run.act(site, cluster) if cluster else run.act(site)
    print(f"{outcome}\n    took {time.monotonic() - began:.0f} s", flush=True)
    return outcome


_planted = {}


def template(folder, practices):
    """The folder of a site with so many practices, made once."""
    if practices not in _planted:
        _planted[practices] = tempfile.mkdtemp(dir=folder)
        plant(_planted[practices], practices)
    return _planted[practices]


if __name__ == "__main__":
    main(sys.argv[1:])
