"""Makes passages.jsonl out of the project's practices: python -m tests.benchmarks.relevance.make_passages

The file is kept, so that figures stay comparable when practices change. After making it anew the judgements
must be read again: a passage's number says only how far down its practice it stands.
"""

import json
from pathlib import Path

import yaml

PRACTICES = Path("practices/library/content/practices")
PASSAGES = Path(__file__).with_name("passages.jsonl")
SHORTEST_WORDS = 60
STORY = (
    "reason", "origin", "content", "course", "yield_municipality", "yield_partners", "yield_residents",
    "knowledge_role", "continuation",
)  # fmt: skip


def passages_of(path):
    """The practice in passages of at least about 60 words; the first starts with its summary."""
    practice = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts, waiting = [], practice["summary"].strip()
    for section in sections(practice):
        if len(waiting.split()) >= SHORTEST_WORDS:
            texts.append(waiting)
            waiting = ""
        waiting = f"{waiting} {section}".strip()
    if len(waiting.split()) >= SHORTEST_WORDS / 2 or not texts:
        texts.append(waiting)
    else:
        texts[-1] += f" {waiting}"
    for number, text in enumerate(texts, 1):
        id = path.stem if number == 1 else f"{path.stem}-{number}"
        yield {"id": id, "title": practice["title"], "text": text}


def sections(practice):
    story, lessons = practice.get("story", {}), practice.get("lessons", {})
    found = [story.get(name) for name in STORY] + [lessons.get(name) for name in ("worked", "failed")]
    return [text for text in map(plain, found) if text]


def plain(value):
    """The words of a section: text, or a list of blocks or lessons."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return " ".join(filter(None, map(plain, value)))
    if isinstance(value, dict):
        return " ".join(filter(None, (plain(value.get(name)) for name in ("text", "why", "quote"))))
    return ""


if __name__ == "__main__":
    found = [passage for path in sorted(PRACTICES.glob("*.yaml")) for passage in passages_of(path)]
    lines = (json.dumps(passage, ensure_ascii=False) for passage in found)
    PASSAGES.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
