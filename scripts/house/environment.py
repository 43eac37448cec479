"""The Python environments: .venv for the site and its tests, .venv-lint for tools that only read."""

import importlib.util
import platform
import sys

from scripts.house.commands import CannotGoOnError, must_run, output, run, say
from scripts.house.paths import LINT_VENV, REQUIREMENTS, VENV
from scripts.house.stamps import digest, is_fresh, leave

NO_VENV = (
    "This Python cannot make an environment, because its venv or ensurepip module is missing: "
    "install it (on Debian and Ubuntu: sudo apt-get install {package}) and try again."
)
NO_PACKAGES = (
    "The packages of requirements/{lock}.txt could not be installed, for the reason above: check the "
    "connection, and that this Python ({version}) is one that Leerkring is tested on (3.11, 3.12, 3.13)."
)


def prepare(lock, venv=VENV):
    """Makes the environment hold what requirements/<lock>.txt says, unless it already does."""
    stamp = venv / "installed"
    wanted = stamp_text(lock)
    if is_fresh(stamp, wanted) or (lock == "run" and is_fresh(stamp, stamp_text("test"))):
        return
    if not stamp.exists() or stamp.read_text().split()[:1] != wanted.split()[:1]:
        make(venv)
    say(f"Installing requirements/{lock}.txt")
    install = [venv / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    sentence = NO_PACKAGES.format(lock=lock, version=platform.python_version())
    must_run(sentence, *install, "--require-hashes", "--only-binary=:all:", "-r", REQUIREMENTS / f"{lock}.txt")
    leave(stamp, wanted)


def stamp_text(lock):
    return f"{platform.python_version()} {digest([REQUIREMENTS / f'{lock}.txt'])}"


def make(venv):
    sentence = NO_VENV.format(package=f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise CannotGoOnError(sentence)
    say(f"Making {venv.name} with Python {platform.python_version()}")
    must_run(sentence, sys.executable, "-m", "venv", "--clear", venv)


def upgrade():
    lock("--upgrade")


def lock(*more_options):
    """Writes the three locks from what requirements/*.in ask for; keeps the versions that still fit."""
    prepare("lint", LINT_VENV)
    for name in ("run", "test", "lint"):
        say(f"Locking requirements/{name}.in")
        options = ["--generate-hashes", "--universal", "--python-version", "3.11", "--quiet", *more_options]
        options += ["--no-header", "--no-emit-index-url", "--no-emit-find-links"]
        source, target = REQUIREMENTS / f"{name}.in", REQUIREMENTS / f"{name}.txt"
        if not run(LINT_VENV / "bin" / "uv", "pip", "compile", *options, source, "-o", target):
            raise CannotGoOnError(f"requirements/{name}.in could not be locked, for the reason above.")
    refuse_addresses()


def refuse_addresses():
    """A lock names packages and hashes; whose mirror they came from is nobody's business."""
    found = output("grep", "-lE", "https?://", *REQUIREMENTS.glob("*.txt"))
    if found:
        raise CannotGoOnError(f"There is an address in {found}: take it out before you commit.")
