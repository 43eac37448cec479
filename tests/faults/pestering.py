"""Ten thousand questions that nobody means well: none may fail, and none may keep the others waiting."""

from tests.faults.keeping import asked_by
from tests.faults.outcome import Outcome

LONGEST_MS = 1_000


def pestered(world, *, engine, count, seed=10_000):
    searches = asked_by(world.start("pester", count=count, seed=seed))
    slow = searches.p99_ms >= LONGEST_MS
    return Outcome(
        f"{count} hostile questions and {count // 10} of these typed",
        engine,
        searches=searches,
        notes="one in ten through the search page",
        broken=(f"p99 is {searches.p99_ms} ms",) if slow else (),
    )
