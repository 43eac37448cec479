"""What a process of a run does. Each role tells what it does as it goes, in dictionaries."""

import random
import re
import sys
import time
from io import StringIO

from django.core.management import call_command
from django.test import Client

from search.engines import get_engine
from search.entry import PUBLIC
from search.outbox import actions
from search.outbox.models import Change
from search.outbox.rebuilding import rebuild_index
from search.query import SearchQuery
from tests.benchmarks.many_practices import have_practices
from tests.faults import events, hostile
from tests.practices.practice_factories import municipality_page, published_practice

NAMES = ("waiting", "missing", "stale", "surplus")
FIGURES = re.compile(r"(\d+) waiting\nmissing: (\d+).*\nstale: (\d+).*\nsurplus: (\d+)")
FACETS = ("theme", "approach", "province", "phase", "year", "kind")
PAUSE_SECONDS, REST_SECONDS, LOOK_SECONDS = 0.05, 0.5, 0.03
OK = 200


def tables():
    call_command("migrate", verbosity=0)
    yield {"is_ready": True}


def plant(practices):
    """The real practices and copies of them; a small site has a few made-up ones."""
    if practices < 40:
        place = municipality_page("Tilburg")
        for number in range(practices):
            published_practice(place, title=f"Voetbal in wijk {number}")
    else:
        call_command("load_content", verbosity=0, stdout=sys.stderr)
        have_practices(practices)
    yield {"practices": practices}


def change(count, seed, pause_seconds=0, tells=True):
    """Random events. With `tells` this process tells the engine of each as well, as at a desk."""
    chance = random.Random(seed)
    if not tells:
        actions.enqueue_drain = lambda: None
    yield {"is_ready": True}
    for _ in range(count):
        yield {"event": events.happen(chance)}
        time.sleep(pause_seconds)


def drain():
    """A worker: goes on until it is killed."""
    yield {"is_ready": True}
    while True:
        drained = actions.drain_outbox()
        if drained.sent or drained.failed:
            yield {"sent": drained.sent, "failed": drained.failed}
        time.sleep(PAUSE_SECONDS)


def settle(within_seconds):
    """Sends what waits until nothing does, as a worker would once all is well again."""
    began = time.monotonic()
    while Change.objects.exists() and time.monotonic() - began < within_seconds:
        actions.drain_outbox()
        time.sleep(PAUSE_SECONDS)
    yield {"waiting": Change.objects.count(), "seconds": time.monotonic() - began}


def check():
    """What the command says, and that its exit code says the same."""
    said, code = StringIO(), 0
    try:
        call_command("search_check", stdout=said)
    except SystemExit as stop:
        code = stop.code
    found = dict(zip(NAMES, map(int, FIGURES.search(said.getvalue()).groups()), strict=True))
    differs = bool(found["missing"] + found["stale"] + found["surplus"])
    if differs != bool(code):
        raise RuntimeError(f"It exits with {code} and says: {said.getvalue()}")
    yield found


def search(count, seed, pause_seconds=0):
    """Asks the engine, and says of each question how it went."""
    chance, engine = random.Random(seed), get_engine()
    yield {"is_ready": True}
    for _ in range(count):
        words = " ".join(chance.sample(events.WORDS, chance.randint(1, 2)))
        query = SearchQuery(text=words, facet_names=FACETS, page=chance.randint(1, 2))
        yield timed(lambda query=query: engine.search(query).is_fallback)
        time.sleep(pause_seconds)


def pester(count, seed):
    """Asks what nobody means well, of the engine and every tenth time through the page."""
    chance, engine, client = random.Random(seed), get_engine(), Client()
    engine.search(SearchQuery(text="voetbal"))  # the first one makes the index
    for number, query in enumerate(hostile.questions(chance, count)):
        if number % 10 == 9:
            yield timed(lambda query=query: refuse_error(client.get(hostile.address_of(query))))
        else:
            yield timed(lambda query=query: engine.search(query).is_fallback)
        if number % 10 == 4:
            yield timed(lambda query=query: bool(engine.suggest(query.text, audiences=(PUBLIC,))) and False)


def refuse_error(response):
    if response.status_code != OK:
        raise RuntimeError(f"The page answers {response.status_code}")


def timed(ask):
    """How long it took, whether another index answered, and what went wrong."""
    began = time.perf_counter()
    fallback, error = False, ""
    try:
        fallback = ask()
    except Exception as failure:
        error = repr(failure)[:300]
    return {"ms": (time.perf_counter() - began) * 1000, "fallback": bool(fallback), "error": error}


def publish(count, seconds_between, mark):
    """Publishes practices with a word that nobody else has; says when that was saved and what the request waited."""
    waited = {}

    def enqueue():
        waited["from"] = time.monotonic()
        enqueue_drain()
        waited["for_ms"] = (time.monotonic() - waited["from"]) * 1000

    enqueue_drain, actions.enqueue_drain = actions.enqueue_drain, enqueue
    chance = random.Random(mark)
    for number in range(count):
        word = f"{mark}{number}"
        events.publish(events.any_practice(chance, live=True), title=f"Voetbal {word}")
        yield {"word": word, "saved_at": waited["from"], "waited_ms": waited["for_ms"]}
        time.sleep(seconds_between)


def watch(mark, count, within_seconds):
    """Searches for each of these words until it is found; says when that was."""
    engine = get_engine()
    engine.search(SearchQuery(text="voetbal"))
    yield {"is_ready": True}
    for number in range(count):
        word, deadline = f"{mark}{number}", time.monotonic() + within_seconds
        while not engine.search(SearchQuery(text=word, is_strict=True)).total:
            if time.monotonic() > deadline:
                break
            time.sleep(LOOK_SECONDS)
        yield {"word": word, "found_at": time.monotonic()}


def work():
    """`manage.py worker`, as in production."""
    yield {"is_ready": True}
    call_command("worker")


def rebuild():
    """One rebuild after another until it is killed."""
    while True:
        yield {"entries": rebuild_index()}
        time.sleep(REST_SECONDS)


ROLES = {
    each.__name__: each
    for each in (tables, plant, change, drain, settle, check, search, pester, publish, watch, work, rebuild)
}
