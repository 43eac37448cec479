"""What a content file may hold. Every problem is named, none is guessed away."""

from datetime import date

from practices.library.models.parts import Theory
from practices.library.plain_text import SECTIONS

# A dict lists the keys that are known, those that must be there with "!"; a list holds values of its one shape;
# a tuple gives the kinds of value to choose from.
NUMBER = (int, float)
FILE = {"file!": str, "alt!": str, "caption": str}
BLOCK = {
    "text": str,
    "quote": {"text!": str, "speaker": str},
    "table": {"caption!": str, "header!": [str], "rows!": [[(str, int, float)]]},
    "image": FILE,
    "file": {"file!": str, "title!": str},
    "video": {"url!": str, "title!": str},
}
SECTION = (str, [BLOCK])
LESSONS = [{"text!": str, "why": str}]
POINT = {"year!": int, "value!": NUMBER}
SHAPE = {
    "title!": str,
    "summary!": str,
    "municipality": str,
    "other_municipalities": [str],
    "themes!": [str],
    "approaches!": [str],
    "target_groups": [str],
    "grounds": [str],
    "roles": [str],
    "phase": str,
    "start": (int, str),
    "end": (int, str),
    "scope": str,
    "neighbourhood": str,
    "policy_context": str,
    "story!": {("content!" if name == "content" else name): SECTION for name in sorted(SECTIONS)},
    "lessons": {"worked": LESSONS, "failed": LESSONS},
    "theory": {stage: [str] for stage in Theory.THEORY_STAGES},
    "money": {
        "budget_eur": int,
        "spent_on": str,
        "hours_per_week": NUMBER,
        "sources": [{"kind!": str, "name!": str, "amount_eur": int}],
    },
    "partners": [{"name!": str, "kind": str, "role": str}],
    "knowledge_sources": [{"title!": str, "url": str, "note": str}],
    "own_experience": str,
    "evidence": {"level!": str, "issuer": str, "date": date, "expires_on": date},
    "indicators": [
        {
            "name!": str,
            "unit": str,
            "explanation": str,
            "baseline": POINT,
            "target": POINT,
            "measurements": [{**POINT, "note": str}],
        }
    ],
    "anchoring": {"money_ends_on": date, "next_payer": str, "status": str, "stopped_reason": str},
    "contact": {
        "email": str,
        "people": [{"name!": str, "function": str, "email": str, "phone": str, "is_deputy": bool}],
    },
    "cover": {"file!": str, "alt!": str},
    "source": {"title!": str, "chapter": str, "author": str, "year": int, "url": str},
    "reviewed": {"on": date, "by": str, "next_on": date},
}


def problems_of(content, *, is_fictional=False):
    """Sentences on what is wrong with the keys and kinds of values of a content file.

    A real practice names its source. People are named in made-up ones only: nobody gave leave to be in a file.
    """
    if not isinstance(content, dict):
        return ["the file is not a set of keys and values"]
    problems = list(mismatches(content, SHAPE, ""))
    if not is_fictional and not content.get("source"):
        problems.append("source is missing")
    if not is_fictional and "contact" in content:
        problems.append("contact is for made-up examples only")
    return problems


def mismatches(value, shape, place):
    if isinstance(shape, dict):
        yield from mismatches_of_keys(value, shape, place)
    elif isinstance(shape, list):
        yield from mismatches_of_rows(value, shape[0], place)
    elif isinstance(shape, tuple):
        found = [list(mismatches(value, choice, place)) for choice in shape]
        # The choice that got furthest says best what is wrong.
        yield from [] if [] in found else max(found, key=lambda problems: len(problems[0]))
    elif type(value) is not shape:
        yield f"{place} is not of the right kind"


def mismatches_of_keys(value, shape, place):
    if not isinstance(value, dict):
        yield f"{place} is not a set of keys and values"
        return
    within = f"{place}." if place else ""
    known = {key.rstrip("!"): kind for key, kind in shape.items()}
    yield from (f"{within}{key} is not a key we know" for key in value if key not in known)
    yield from (f"{within}{key[:-1]} is missing" for key in shape if key.endswith("!") and not has(value, key[:-1]))
    for key, kind in known.items():
        if key in value and has(value, key):
            yield from mismatches(value[key], kind, within + key)


def mismatches_of_rows(value, shape, place):
    if not isinstance(value, list):
        yield f"{place} is not a list"
        return
    for number, row in enumerate(value, start=1):
        yield from mismatches(row, shape, f"{place} {number}")


def has(value, key):
    """Zero is a value; an empty text, list or key is none."""
    return value.get(key) not in (None, "", [], {})
