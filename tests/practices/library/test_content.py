"""The content that lies in the project, loaded as on a new site."""

import re
from pathlib import Path

import pytest
import yaml
from django.core.exceptions import ImproperlyConfigured
from wagtail.models import Page

from cms.site.content import CONTENT, load_content
from practices.library.models import MunicipalityPage, PracticePage
from practices.municipalities.models import Municipality

CASES = {"Tilburg", "Leeuwarden", "Haarlemmermeer", "Venray"}
FULL_CASE = (
    "reason", "origin", "content", "course", "yield_municipality", "yield_partners", "knowledge_role",
    "lessons_worked", "lessons_failed", "continuation", "policy_context", "phase", "source_chapter",
)  # fmt: skip
# An e-mail address, or a telephone number of ten digits.
WHOM_TO_CALL = re.compile(r"\S+@\S+|(?:\d[ -]?){10}")


def files(folder):
    return sorted((CONTENT / folder).glob("*.yaml"))


@pytest.mark.timeout(300)
def test_site_is_filled_once_and_for_all(db, client, settings):
    added = load_content(with_examples=True)

    # All files are there, and a second time adds none.
    assert len(added) == len(files("practices")) + len(files("examples"))
    assert load_content(with_examples=True) == []
    assert PracticePage.objects.live().count() == len(added)
    assert PracticePage.objects.real().count() >= 25

    # The tree is whole, with one page for each municipality that exists.
    assert Page.find_problems() == ([], [], [], [], [])
    assert MunicipalityPage.objects.count() == Municipality.objects.current().count() == 343
    tilburg = MunicipalityPage.objects.get(municipality__name="Tilburg")
    assert (tilburg.url, tilburg.draft_title, tilburg.locale_id is None) == ("/gemeenten/tilburg/", "Tilburg", False)

    # The four cases are told in full.
    cases = PracticePage.objects.real().filter(
        municipality__name__in=CASES, source_title__startswith="Evaluatie decentralisatie-uitkering"
    )
    full = {case.municipality.name for case in cases if all(getattr(case, name) for name in FULL_CASE)}
    assert full == CASES

    # Every practice can be read, and what is made up says so.
    for practice in PracticePage.objects.all():
        top = client.get(practice.url).content.decode().split("</h1>")[0]
        assert ("verzonnen voorbeeld" in top) == practice.is_fictional, practice.url

    # Examples count in no figure.
    assert client.get("/").context["figures"]["practices"] == len(files("practices"))


def test_examples_are_refused_where_they_are_not_allowed(db, settings):
    settings.FICTIONAL_CONTENT_ALLOWED = False

    with pytest.raises(ImproperlyConfigured):
        load_content(with_examples=True)

    assert Page.objects.filter(depth__gt=2).count() == 0


@pytest.mark.parametrize("path", files("practices"), ids=lambda path: path.stem)
def test_real_practice_names_its_source_and_nobody(path):
    text = path.read_text(encoding="utf-8")
    content = yaml.safe_load(text)

    assert all(content["source"].get(key) for key in ("title", "chapter", "author", "year"))
    assert ("contact" in content, WHOM_TO_CALL.findall(text)) == (False, [])


def test_examples_lie_apart_from_real_practices():
    assert {Path(path).stem for path in files("practices")} & {Path(path).stem for path in files("examples")} == set()
    assert {yaml.safe_load(path.read_text("utf-8"))["municipality"] for path in files("examples")} == {"XX0001"}
