"""Compiles locale/*/LC_MESSAGES/django.po and tells what is not translated; needs no gettext on the machine."""

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from scripts.house.paths import ROOT


def catalogues():
    return sorted(ROOT.glob("locale/*/LC_MESSAGES/django.po"))


def read(path):
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def compile_changed():
    """Writes the .mo beside each .po that is newer than it."""
    for source in catalogues():
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
            continue
        half_written = target.with_suffix(".mo.new")
        with half_written.open("wb") as file:
            write_mo(file, read(source))
        half_written.replace(target)


def unfinished(catalogue):
    """The texts of a catalogue that readers would see in English: without translation, or unsure of it."""
    return [message.id for message in catalogue if message.id and (message.fuzzy or not is_translated(message))]


def is_translated(message):
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return all(forms)
