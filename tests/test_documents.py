"""What README and its neighbours promise, held against the code."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from cms.settings.environment import VARIABLES

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
LINK = r"\]\((?!https?:|mailto:|#)([^)#]+)"


def test_readme_tells_every_environment_variable_with_its_default():
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.*?) \| (.*?) \|$", README.read_text(), re.MULTILINE)

    declared = [(variable.name, shown(variable.default), variable.purpose) for variable in VARIABLES.values()]
    assert rows == declared


def shown(default):
    if default is None:
        return "must be set"
    return f"`{default}`" if default else "empty"


def test_every_verb_that_a_page_names_is_in_the_makefile():
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    pages = [README, ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/*.md")]

    named = {
        verb for page in pages for verb in re.findall(r"\bmake ([a-z-]+)(?=[` ]|$)", page.read_text(), re.MULTILINE)
    }

    assert named - verbs == set()


def test_readme_tells_every_verb():
    verbs = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert [verb for verb in verbs if f"`make {verb}`" not in README.read_text()] == ["help"]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs"])
def test_links_between_documents_lead_somewhere(name):
    documents = [ROOT / name] if name.endswith(".md") else (ROOT / name).rglob("*.md")
    links = [(document, link) for document in documents for link in re.findall(LINK, document.read_text())]

    assert [link for document, link in links if not (document.parent / link).exists()] == []


def test_publiccode_is_of_version_0_7_and_says_what_the_project_says():
    facts = yaml.safe_load((ROOT / "publiccode.yml").read_text())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert facts["publiccodeYmlVersion"] == "0.7"
    assert facts["softwareVersion"] == project["version"]
    assert facts["legal"]["license"] == project["license"] == "EUPL-1.2"
    for texts in facts["description"].values():
        assert len(texts["shortDescription"].strip()) <= 150
        assert 150 <= len(texts["longDescription"]) <= 10_000


@pytest.mark.parametrize("lock", ["run", "test", "lint"])
def test_a_lock_holds_hashes_and_no_address(lock):
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    packages = re.findall(r"^[a-z].*$", text, re.MULTILINE)

    assert [package for package in packages if not package.endswith("\\")] == []
    assert re.findall(r"https?://|--index|--find-links", text) == []


def test_tests_run_on_the_very_packages_of_the_site():
    assert pinned("run") - pinned("test") == set()


def pinned(lock):
    return set(re.findall(r"^[a-z][^ ]*==[^ ]+", (ROOT / "requirements" / f"{lock}.txt").read_text(), re.MULTILINE))
