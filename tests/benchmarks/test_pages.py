"""How long a page takes on the server, from request to rendered HTML; `make bench` prints it.

Beside search stands what Wagtail's own database search needs to find the same practices, in the same run and on the
same data, without facets, excerpts or a page around it: the peer that we would use if we had no engine.
"""

import itertools
import time
from statistics import quantiles

import pytest
from django.core.management import call_command
from django.test import Client

from practices.library.models import PracticePage
from tests.benchmarks.many_practices import have_practices

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1800)]
SIZES = (40, 10_000)
TIMES = 100
WORDS = ("voetbal racisme", "jongeren", "gemeente", "stage discriminatie", "ouders wijk", "onderwijs", "zzzzzz")
FILTERS = ("", "&thema=antidiscriminatie", "&provincie=noord-brabant", "&fase=uitvoeren")


@pytest.mark.django_db
def test_how_long_pages_take(settings):
    settings.LOGGING_CONFIG = None
    call_command("load_content", verbosity=0)
    for size in SIZES:
        began = time.perf_counter()
        have_practices(size)
        print(f"\n{size} practices, made in {time.perf_counter() - began:.0f} s   p50 ms   p95 ms")
        for name, ask in questions().items():
            took = sorted(measure(ask))
            cuts = quantiles(took, n=20)
            print(f"  {name:<36} {cuts[9]:>8.1f} {cuts[18]:>8.1f}", flush=True)


def questions():
    """Name and one action for each row of the table; each call asks for something else than the one before."""
    addresses = [practice.url for practice in PracticePage.objects.live().order_by("?")[:TIMES]]
    keys = list(PracticePage.objects.live().order_by("?").values_list("pk", flat=True)[:TIMES])
    words, filters = itertools.cycle(WORDS), itertools.cycle(FILTERS)
    practices, first = itertools.cycle(addresses), itertools.cycle(keys)
    return {
        "home": lambda: get("/"),
        "search": lambda: get(f"/praktijken/?q={next(words)}{next(filters)}"),
        "peer: Wagtail's search, 20 titles": lambda: titles(PracticePage.objects.live().search(next(words))[:20]),
        "practice": lambda: get(next(practices)),
        "comparison of four": lambda: get("/vergelijken/?" + "&".join(f"p={next(first)}" for _ in range(4))),
    }


def get(path):
    response = Client().get(path)
    assert response.status_code == 200, path


def titles(found):
    return [practice.title for practice in found]


def measure(ask):
    """Milliseconds of each time; the first five only warm up."""
    for _ in range(5):
        ask()
    for _ in range(TIMES):
        began = time.perf_counter()
        ask()
        yield (time.perf_counter() - began) * 1000
