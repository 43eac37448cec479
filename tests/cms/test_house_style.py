"""What holds for every template and static file: budgets, nothing inline, components that say what they take."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

KB = 1000
STATIC = settings.BASE_DIR / "cms" / "static"
TEMPLATES = settings.BASE_DIR / "templates"
# Mail programs know no style sheets, so mail alone may carry its style in the tag.
PAGES = [path for path in sorted(TEMPLATES.rglob("*.html")) if "mail" not in path.parts]
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))


def gzipped_size(paths):
    return sum(len(gzip.compress(Path(path).read_bytes(), 9)) for path in paths)


def test_style_sheets_weigh_at_most_15_kb():
    linked = re.findall(r"css/\w+\.css", (TEMPLATES / "components" / "stylesheets.html").read_text())
    sheets = [STATIC / name for name in linked]

    assert len(sheets) == 6
    assert gzipped_size(sheets) <= 15 * KB


def test_script_with_htmx_weighs_at_most_40_kb():
    htmx = finders.find("django_htmx/htmx-2.min.js")

    assert gzipped_size([STATIC / "js" / "leerkring.js", htmx]) <= 40 * KB


def test_there_is_one_font_of_about_50_kb_with_its_licence():
    fonts = list((STATIC / "fonts").glob("*.woff2"))

    assert [font.name for font in fonts] == ["commissioner-latin-flar-normal.woff2"]
    assert fonts[0].stat().st_size <= 50 * KB
    assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts" / "OFL-Commissioner.txt").read_text().upper()


def test_style_sheets_and_script_ask_no_other_host_for_anything():
    texts = {path.name: path.read_text() for path in STATIC.rglob("*") if path.suffix in (".css", ".js")}

    named = {name: re.findall(r"(?:https?:)?//[\w.]+\.\w+", text) for name, text in texts.items()}
    assert [name for name, hosts in named.items() if hosts] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_template_has_no_style_or_script_of_its_own(path):
    text = path.read_text()

    assert re.findall(r"\sstyle=|<style|\son[a-z]+=[\"']|javascript:", text) == []
    assert re.findall(r"<script(?![^>]*(?:\ssrc=|application/ld\+json))[^>]*>", text) == []


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.name)
def test_component_is_small_and_starts_with_what_it_takes(path):
    text = path.read_text()

    assert re.match(r"(\{% load [^%]+ %\})?\{% comment %\}", text)
    assert "Takes " in text.split("{% endcomment %}")[0]
    assert len(text.splitlines()) <= 40


def test_icons_that_templates_name_are_in_the_sprite():
    sprite = set(re.findall(r'id="i-([\w-]+)"', (STATIC / "img" / "icons.svg").read_text()))
    named = {name for path in PAGES for name in re.findall(r'icon\.html" with name="([\w-]+)"', path.read_text())}

    assert named - sprite == set()
