"""How soon after publishing everybody finds it, and how long whoever publishes waits for that."""

from tests.faults.outcome import Outcome
from tests.faults.world import AT_ONCE, BY_WORKER

SOON_SECONDS, LONGEST_DELAY_MS = 1.0, 50
GIVES_UP_SECONDS = 60


def published(world, *, engine, count, tasks, seed="zeemeeuw"):
    """Two processes that publish nothing look out for each word."""
    worker = world.start("work", tasks=BY_WORKER) if tasks == BY_WORKER else None
    if worker:
        worker.next()
    watchers = [world.start("watch", mark=seed, count=count, within_seconds=GIVES_UP_SECONDS) for _ in range(2)]
    for watcher in watchers:
        watcher.next()
    told = [*world.start("publish", tasks=tasks, count=count, seconds_between=0.7, mark=seed).told()]
    saved = {each["word"]: each["saved_at"] for each in told}
    found = [each["found_at"] - saved[each["word"]] for watcher in watchers for each in watcher.told()]
    if worker:
        worker.kill()
    return outcome_of(engine, tasks, found, [each["waited_ms"] for each in told])


def outcome_of(engine, tasks, found, waited):
    where = "in the request" if tasks == AT_ONCE else "by a worker"
    median, slowest = sorted(waited)[len(waited) // 2], max(waited)
    notes = (
        f"{len(found)} times found, at latest {max(found):.2f} s after it was saved; "
        f"the request waits {median:.0f} ms, at most {slowest:.0f} ms"
    )
    broken = [f"found after {max(found):.2f} s"] if max(found) > SOON_SECONDS else []
    broken += [f"the request waits {median:.0f} ms"] if median > LONGEST_DELAY_MS else []
    return Outcome(f"publish to findable, sent {where}", engine, notes=notes, broken=tuple(broken))
