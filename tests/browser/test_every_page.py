"""What holds for every type of page: accessible on any screen, valid HTML, light to load."""

import gzip
import itertools

import pytest
from django.test import Client

from tests.browser.accessibility import violations
from tests.browser.page_types import PAGE_TYPES

every_page = pytest.mark.parametrize("name", PAGE_TYPES)
LOOKS = list(itertools.product([1280, 390], ["light", "dark"]))
MOST_BYTES = 150_000  # of a whole page besides pictures
MOST_BYTES_OF = {"stylesheet": 15_000, "script": 40_000}


@every_page
def test_axe_finds_nothing(open_page, name):
    page = open_page(PAGE_TYPES[name]())

    found = {look: violations_in(page, *look) for look in LOOKS}

    assert found == {look: [] for look in LOOKS}


def violations_in(page, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    return violations(page)


@every_page
def test_html_is_valid(html_validator, name):
    html = Client().get(PAGE_TYPES[name]()).content.decode()

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

    weights = [(response.request.resource_type, weight(response)) for response in loaded]
    assert sum(size for kind, size in weights if kind not in ("image", "media")) <= MOST_BYTES
    for kind, most in MOST_BYTES_OF.items():
        assert sum(size for found, size in weights if found == kind) <= most


def weight(response):
    """Bytes on their way to a reader: static files leave compressed, pages as they are."""
    body = response.body()
    return len(body) if response.request.resource_type == "document" else len(gzip.compress(body))
