"""Loads the project's own terms. Safe to repeat: adds what is missing, fills what is empty, changes nothing else."""

from pathlib import Path

import yaml
from django.db import transaction

from practices.taxonomy.choices import TermKind
from practices.taxonomy.models import KIND_MODELS

TERMS_FILE = Path(__file__).parent / "content" / "terms.yaml"
# Themes and roles are shown in the order of the file, the other kinds by name.
ORDERED_KINDS = {TermKind.THEME, TermKind.ROLE}


@transaction.atomic
def load_terms(path=TERMS_FILE):
    """Returns the number of terms that were added."""
    by_kind = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    return sum(_load_kind(TermKind(kind), entries) for kind, entries in by_kind.items())


def _load_kind(kind, entries):
    known = {term.slug: term for term in KIND_MODELS[kind].objects.select_related("merged_into")}
    added = 0
    for place, entry in enumerate(entries, start=1):
        added += _load(kind, entry, place, known)
        for child_place, child in enumerate(entry.get("children", ()), start=1):
            added += _load(kind, child, child_place, known, parent=known[entry["slug"]])
    return added


def _load(kind, entry, place, known, parent=None):
    """Adds one term to the database and to `known`; returns 1 if it was not there yet, else 0."""
    term = known.get(entry["slug"])
    if term:
        _fill_in(term, entry)
        return 0
    term = KIND_MODELS[kind](
        slug=entry["slug"],
        name=entry["name"],
        definition=entry["definition"],
        synonyms=entry.get("synonyms", []),
        mark=entry.get("mark", ""),
        parent=_group_now(parent),
        sort_order=place if kind in ORDERED_KINDS else 0,
    )
    term.full_clean(exclude=["slug"])
    term.save()
    known[term.slug] = term
    return 1


def _group_now(parent):
    """The group itself, or what editors made of it: they may have merged it or moved it into a group."""
    if parent is None:
        return None
    parent = parent.merged_into or parent
    return parent.parent or parent


def _fill_in(term, entry):
    """Gives an empty field its text from the file; what an editor wrote stays."""
    empty = [field for field in ("definition", "synonyms") if entry.get(field) and not getattr(term, field)]
    if empty and not term.merged_into_id:
        for field in empty:
            setattr(term, field, entry[field])
        term.save()
