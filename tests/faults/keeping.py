"""What is killed while things change: the engine, who writes, who works, who rebuilds. Nothing may be lost."""

import random
import time

from tests.faults.outcome import Outcome, Searches

SETTLES_WITHIN_SECONDS = 120


def changer_killed(world, *, changes, kills, seed=1):
    """Whoever changes practices also writes to the embedded index, and is killed in the middle of it."""
    chance = random.Random(seed)
    done, share = 0, changes // (kills + 1)
    for number in range(kills):
        changer = world.start("change", count=changes, seed=seed + number)
        done += sum(1 for _ in first(changer, 1 + share))  # one line says that it is ready
        time.sleep(chance.random() * 0.15)
        changer.kill()
    world.do("change", count=max(0, changes - done), seed=seed + kills)
    return settled(world, f"{kills} kills of who writes in {changes} changes", "embedded")


def worker_killed(world, *, engine, changes, kills, seed=2):
    """A worker is killed while it drains what others change; what it held is free again after its lease."""
    chance = random.Random(seed)
    changer = world.start("change", count=changes, seed=seed, tells=False)
    changer.next()
    held = 0
    for _ in range(kills):
        worker = world.start("drain", batch=10)
        worker.next()
        time.sleep(chance.random() * 0.2)
        worker.kill()
        held += world.rows_held() > 0
    changer.result()
    outcome = settled(world, f"{kills} kills of a worker in {changes} changes", engine)
    return outcome.with_note(f"{held} times it held rows or an earlier one still did")


def rebuilt_while_busy(world, *, engine, changes, searches, seed=3):
    """One rebuild after another while others change and search."""
    rebuilder = world.start("rebuild")
    rebuilder.next()  # there is an index, and it begins another
    changer = world.start("change", count=changes, seed=seed)
    searcher = world.start("search", count=searches, seed=seed)
    asked = asked_by(searcher)
    changer.result()
    rebuilder.kill()
    rebuilt = sum(1 for _ in rebuilder.told())
    outcome = settled(world, f"rebuilds under {changes} changes", engine, asked)
    return outcome.with_note(f"{rebuilt} rebuilds meanwhile, and one that was killed halfway")


def prepare(world):
    """An index of everything; with Elasticsearch the one behind it too."""
    rebuilder = world.start("rebuild")
    rebuilder.next()
    rebuilder.kill()


def first(process, count):
    for _number, told in zip(range(count), process.told(), strict=False):
        yield told


def asked_by(searcher):
    """Searches, of what a searcher tells until it is done."""
    answers = [told for told in searcher.told() if "ms" in told]
    return Searches(
        failed=sum(1 for told in answers if told["error"]),
        fallback=sum(1 for told in answers if told["fallback"]),
        took_ms=[told["ms"] for told in answers],
        errors=tuple(dict.fromkeys(told["error"] for told in answers if told["error"])),
    )


def settled(world, run, engine, searches=None):
    """What differs once all that waited is sent; nothing is repaired."""
    after = world.do("settle", within_seconds=SETTLES_WITHIN_SECONDS)
    outcome = Outcome(run, engine, world.check(), searches or Searches())
    return outcome.with_note(f"the last rows were sent after {after['seconds']:.1f} s")
