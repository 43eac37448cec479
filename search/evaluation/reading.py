"""Reads passages and judged queries; says on which line a file is wrong, and leaves nothing out in silence."""

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

FIELDS = {"id", "title", "text"}
HIGHEST_GRADE = 10


class UnreadableError(ValueError):
    """A file cannot be used; the text names the file and the line."""


@dataclass(frozen=True)
class Passage:
    id: str
    title: str
    text: str


@dataclass(frozen=True)
class JudgedQuery:
    """A question with {passage id: grade}; at least one grade is above 0."""

    text: str
    grades: dict[str, int] = field(hash=False)


def read_passages(path):
    """[Passage] of a file with one JSON object {"id", "title", "text"} a line."""
    passages = {}
    for number, line in numbered_lines(path):
        with told_of(path, number):
            passage = passage_of(line)
            if passage.id in passages:
                raise ValueError(f"id {passage.id!r} was used before")
            passages[passage.id] = passage
    if not passages:
        raise UnreadableError(f"{path} holds no passages")
    return list(passages.values())


def passage_of(line):
    try:
        values = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON: {error}") from error
    if not isinstance(values, dict) or not values.keys() >= FIELDS:
        raise ValueError('not an object with "id", "title" and "text"')
    id, title, text = (as_text(values[name], name) for name in ("id", "title", "text"))
    if not id or set(id) & set(",\t\n"):
        raise ValueError(f"id {id!r} is empty, or holds a comma, tab or line end")
    return Passage(id, title, text)


def as_text(value, name):
    if name == "id" and type(value) is int:
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(f"{name} is no text")
    value.encode()  # half a character cannot be stored; UnicodeEncodeError is a ValueError
    return value.strip()


def read_judged(path, passages):
    """[JudgedQuery] of a file with `text<TAB>id:grade,id:grade` a line; "#" without a tab starts a comment."""
    known = {passage.id for passage in passages}
    judged = {}
    for number, line in numbered_lines(path):
        if line.startswith("#") and "\t" not in line:
            continue
        with told_of(path, number):
            query = judged_query(line, known)
            if query.text in judged:
                raise ValueError(f"query {query.text!r} was judged before")
            judged[query.text] = query
    if not judged:
        raise UnreadableError(f"{path} holds no queries")
    return list(judged.values())


def judged_query(line, known):
    text, *rest = (column.strip() for column in line.split("\t"))
    if not text or len(rest) != 1:
        raise ValueError("not `text<TAB>id:grade,id:grade`")
    grades = {}
    for judgement in rest[0].split(","):
        id, grade = read_judgement(judgement)
        if id not in known:
            raise ValueError(f"there is no passage {id!r}")
        if id in grades:
            raise ValueError(f"passage {id!r} has two grades")
        grades[id] = grade
    if not any(grades.values()):
        raise ValueError("no passage is relevant")
    return JudgedQuery(text, grades)


def read_judgement(text):
    """(id, grade); an id may hold colons."""
    id, colon, grade = text.strip().rpartition(":")
    if not (id and colon and grade.strip().isdecimal() and int(grade) <= HIGHEST_GRADE):
        raise ValueError(f"{text.strip()!r} is not id:grade with a grade of 0 to {HIGHEST_GRADE}")
    return id.strip(), int(grade)


def numbered_lines(path):
    """(number, line) of each line that is not empty; a line ends with a newline and nothing else."""
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror}") from error
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        with told_of(path, number):
            text = line.decode().rstrip("\r")
        if text.strip():
            yield number, text


@contextmanager
def told_of(path, number):
    """Turns a ValueError in the block into one that names the line."""
    try:
        yield
    except UnreadableError:
        raise
    except ValueError as error:
        raise UnreadableError(f"{path}, line {number}: {error}") from error
