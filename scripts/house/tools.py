"""What the tests use beside Python: a browser, Java for the HTML validator, npm for axe-core and the validator."""

import os
import shutil
from dataclasses import dataclass

from scripts.house import debian
from scripts.house.commands import output, python, run, say
from scripts.house.paths import NODE_MODULES, ROOT
from scripts.house.stamps import digest, is_fresh, leave

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE = NODE_MODULES / "axe-core" / "axe.min.js"
VALIDATOR = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
PLAYWRIGHTS_OWN = (
    "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
)


@dataclass(frozen=True)
class Tool:
    """Something outside Python: the Debian packages that bring it, and what cannot be tested without it."""

    name: str
    packages: tuple[str, ...]
    needed_for: str


CHROMIUM = Tool("Chromium", ("chromium", "fonts-liberation2"), "the browser tests")
JAVA = Tool("Java", ("default-jre-headless",), "validating HTML")
JDK = Tool("A JDK or Maven", ("default-jdk-headless", "maven"), "search on Elasticsearch")
NPM = Tool("npm", ("npm",), "axe-core and the HTML validator")


def chromium():
    """Path of a browser that starts: the machine's, else the one Playwright has fetched; empty when there is none."""
    named = os.environ.get("CHROMIUM")
    for candidate in [named] if named else [shutil.which(name) for name in BROWSERS]:
        if candidate and output(candidate, "--version"):
            return candidate
    own = output(*python("-c", PLAYWRIGHTS_OWN))
    return own if own and os.path.exists(own) else ""


def missing():
    present = {CHROMIUM: chromium(), JAVA: output("java", "--version"), NPM: shutil.which("npm")}
    return [tool for tool, found in present.items() if not found]


def get_what_is_missing():
    """Gets what it may, and returns one line for each thing that stays missing."""
    absent = missing()
    if absent:
        debian.install([package for tool in absent for package in tool.packages])
    if not chromium():
        say("Fetching Playwright's own browser")
        run(*python("-m", "playwright", "install", "chromium"))
    return [*(complaint(tool) for tool in missing()), *install_node_modules()]


def get_elasticsearch():
    """Lays out a server for the tests, unless ELASTICSEARCH_TEST_URL names one; a line when that cannot be done."""
    if os.environ.get("ELASTICSEARCH_TEST_URL"):
        return []
    if not can_build():
        debian.install([*JDK.packages])
    if not can_build():
        return [f"{complaint(JDK)}, or name a server in ELASTICSEARCH_TEST_URL"]
    if not run(*python("-m", "tests.elasticsearch.server")):
        return ["search on Elasticsearch, for the reason above: name a server in ELASTICSEARCH_TEST_URL"]
    return []


def can_build():
    return bool(shutil.which("javac") and shutil.which("mvn"))


def complaint(tool):
    return f"{tool.name} is missing, so {tool.needed_for} did not run: {debian.command_for(tool.packages)}"


def install_node_modules():
    """Brings what package-lock.json names into node_modules/; a line when that cannot be done."""
    stamp, wanted = NODE_MODULES / "installed", digest([ROOT / "package-lock.json"])
    if is_fresh(stamp, wanted):
        return []
    say("Installing package-lock.json")
    if shutil.which("npm") and run("npm", "ci", "--silent"):
        leave(stamp, wanted)
        return []
    return ["axe-core and the HTML validator are missing, so accessibility and HTML were not tested: npm ci"]
