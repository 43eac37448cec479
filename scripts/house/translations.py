"""The Dutch texts: compiling them without gettext, collecting them, and telling what a reader would see in English.

Run inside the project's environment: python -m scripts.house.translations compile|collect|check
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from scripts.house.paths import ROOT

NOT_OURS = (".git", ".venv*", "node_modules", "var", "*.mo", "__pycache__")
NOT_FOR_READERS = ("requirements", "docs", "tests", "scripts", "cms/static")
CATALOGUE = Path("locale") / "nl" / "LC_MESSAGES" / "django.po"
COLLECT = ("makemessages", "--locale=nl", "--no-wrap", "--no-obsolete", "--no-location", "--verbosity=0")


def read(path):
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def compile_changed():
    """Writes the .mo beside each .po that is newer than it."""
    for source in sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
            continue
        half_written = target.with_suffix(".mo.new")
        with half_written.open("wb") as file:
            write_mo(file, read(source))
        half_written.replace(target)


def collect(folder=ROOT):
    """Adds to the catalogue in `folder` every text that its code and templates mark; needs gettext."""
    (folder / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    ignored = [word for pattern in NOT_OURS + NOT_FOR_READERS for word in ("--ignore", pattern)]
    subprocess.run([sys.executable, "manage.py", *COLLECT, *ignored], cwd=folder, check=True)


def complaints():
    """One line for each text that is not, not surely or wrongly translated; works on a copy, so nothing changes."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_OURS))
        collect(copy)
        catalogue = read(copy / CATALOGUE)
        kept = {(message.context, message.id) for message in catalogue}
        for message in catalogue:
            if message.id:
                yield from complaints_about(message, catalogue)
    for message in read(ROOT / CATALOGUE) if (ROOT / CATALOGUE).exists() else []:
        if (message.context, message.id) not in kept:
            yield f"no longer used: {message.id!r}"


def complaints_about(message, catalogue):
    forms = message.string if isinstance(message.string, list | tuple) else [message.string]
    if not all(forms):
        yield f"not translated: {message.id!r}"
    elif message.fuzzy:
        yield f"translation is a guess: {message.id!r}"
    else:
        yield from (f"{error}: {message.id!r}" for error in message.check(catalogue))


def check():
    found = list(complaints())
    print("\n".join(found) or "Every text is translated.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    {"compile": compile_changed, "collect": collect, "check": check}[sys.argv[1]]()
