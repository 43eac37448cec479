"""How soon after publishing everybody finds it, and how long whoever publishes waits for that."""

import time

from tests.faults.keeping import prepare
from tests.faults.outcome import Outcome
from tests.faults.world import BY_WORKER

SOON_SECONDS, LONGEST_DELAY_MS = 1.0, 50
GIVES_UP_SECONDS = 60
# A worker that has just begun looks at everything first, and loads the word list.
FIRST_ROUND_SECONDS = 5


def published(world, *, engine, count, seed="zeemeeuw"):
    """Two processes that publish nothing look out for each word; a worker sends it, as at a desk and in production."""
    prepare(world)
    worker = world.start("work", tasks=BY_WORKER)
    worker.next()
    time.sleep(FIRST_ROUND_SECONDS)
    watchers = [world.start("watch", mark=seed, count=count, within_seconds=GIVES_UP_SECONDS) for _ in range(2)]
    for watcher in watchers:
        watcher.next()
    told = [*world.start("publish", tasks=BY_WORKER, count=count, seconds_between=0.7, mark=seed).told()]
    saved = {each["word"]: each["saved_at"] for each in told}
    found = [each["found_at"] - saved[each["word"]] for watcher in watchers for each in watcher.told()]
    worker.kill()
    return outcome_of(engine, found, [each["waited_ms"] for each in told])


def outcome_of(engine, found, waited):
    median, slowest = sorted(waited)[len(waited) // 2], max(waited)
    notes = (
        f"{len(found)} times found, half of them within {sorted(found)[len(found) // 2]:.2f} s after it was saved, "
        f"all within {max(found):.2f} s; "
        f"the request waits {median:.0f} ms, at most {slowest:.0f} ms"
    )
    broken = [f"found after {max(found):.2f} s"] if max(found) > SOON_SECONDS else []
    broken += [f"the request waits {median:.0f} ms"] if median > LONGEST_DELAY_MS else []
    return Outcome("publish to findable, in two other processes", engine, notes=notes, broken=tuple(broken))
