"""What can be found: one flat entry for each practice, page or term, whatever model it came from."""

import hashlib
import json
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

PUBLIC = "public"


class AttachedFile(NamedTuple):
    """The words of a file that belongs to an entry; `anchor` is where the page at the entry's url shows it."""

    title: str
    anchor: str
    text: str


class Section(NamedTuple):
    """A part of an entry's body, up to the next one; `anchor` is its id on the page at the entry's url."""

    start: int
    title: str
    anchor: str


@dataclass(frozen=True, kw_only=True)
class SearchEntry:
    """One thing that can be found. The engines know entries, never models.

    `id` is the model and the key ("library.practicepage:12"); `body`, `title` and `summary` are plain
    text, never HTML. `keywords` are the words it must be found by beside its text: tags, synonyms,
    municipality names old and new. `facets` maps a facet's name (lowercase letters) to its values.
    `sections` say where the parts of the body start, in order; a body without them is one whole.
    What stands in `files` is found too, but counts for little and is never suggested.
    Who shares none of the `audiences` with the entry cannot see it, nor its counts or suggestions.
    `completeness` is a percentage.
    """

    id: str
    kind: str
    title: str
    url: str = ""
    summary: str = ""
    body: str = ""
    sections: tuple[Section, ...] = ()
    files: tuple[AttachedFile, ...] = ()
    keywords: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    audiences: tuple[str, ...] = (PUBLIC,)
    published_at: datetime | None = None
    completeness: int = 0

    def section_at(self, place):
        """The section that holds a place in the body, or None."""
        index = bisect(self.sections, place, key=lambda section: section.start)
        return self.sections[index - 1] if index else None

    def to_json(self):
        values = {**vars(self), "facets": dict(self.facets)}
        return json.dumps(values, default=datetime.isoformat, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text):
        values = json.loads(text)
        values["sections"] = tuple(Section(*section) for section in values.get("sections", ()))
        values["files"] = tuple(AttachedFile(*file) for file in values.get("files", ()))
        values["keywords"] = tuple(values["keywords"])
        values["audiences"] = tuple(values["audiences"])
        values["facets"] = {name: tuple(chosen) for name, chosen in values["facets"].items()}
        if values["published_at"]:
            values["published_at"] = datetime.fromisoformat(values["published_at"])
        return cls(**values)

    @property
    def fingerprint(self):
        """A 63-bit number that differs when anything else does."""
        return fingerprint_of(self.to_json())


def fingerprint_of(text):
    """The fingerprint of the entry that this is the JSON of."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big") >> 1


def entry_id(instance):
    """The id of a model instance's entry: "library.practicepage:12"."""
    return id_of(instance, instance.pk)


def id_of(model, key):
    """The same for a model, or an instance of it, and a primary key."""
    return f"{model._meta.label_lower}:{key}"


def keys_of(ids, model):
    """The primary keys in those of the ids that are of `model`."""
    return [key for id in ids if (key := key_of(id, model)) is not None]


def key_of(id, model):
    """The primary key in an entry's id, or None when the id is not one of `model`."""
    label, _, key = id.rpartition(":")
    return int(key) if label == model._meta.label_lower and key.isdecimal() else None
