"""What holds for every type of page: accessible on any screen, valid HTML, light to load."""

import gzip

import pytest

from tests.browser.accessibility import violations
from tests.browser.page_types import PAGE_TYPES

every_page = pytest.mark.parametrize("name", PAGE_TYPES)
MOST_BYTES = 150_000  # of a whole page besides pictures
MOST_GZIPPED = {"stylesheet": 15_000, "script": 40_000}


@every_page
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, name, width, scheme):
    page = open_page(PAGE_TYPES[name](), width=width, scheme=scheme)

    assert violations(page) == []


@every_page
def test_html_is_valid(open_page, html_validator, name):
    page = open_page("about:blank")

    html = page.request.get(PAGE_TYPES[name]()).text()

    assert html_validator.errors(html) == []


@every_page
def test_nothing_is_wider_than_a_phone(open_page, name):
    page = open_page(PAGE_TYPES[name](), width=390)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@every_page
def test_page_is_light(open_page, name):
    loaded = []
    page = open_page("about:blank")
    page.on("response", lambda response: loaded.append(response))

    page.goto(PAGE_TYPES[name]())

    weights = [weight(response) for response in loaded]
    assert sum(size for kind, size, _zipped in weights if kind not in ("image", "media")) <= MOST_BYTES
    for kind, most in MOST_GZIPPED.items():
        assert sum(zipped for found, _size, zipped in weights if found == kind) <= most


def weight(response):
    """Kind, size and gzipped size of one thing that a page loads."""
    body = response.body()
    return response.request.resource_type, len(body), len(gzip.compress(body))
