"""The Dutch words that we know, and how often each takes part in compounds."""

import gzip
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


@cache
def words():
    """All known words, folded; about 26 MB and a tenth of a second, once a process."""
    return frozenset(read_packed("words.txt.gz"))


@cache
def part_counts():
    """{word: (times first, times last)} in the compounds of the word list."""
    lines = (line.split() for line in read_packed("parts.txt.gz"))
    return {word: (int(first), int(last)) for word, first, last in lines}


def read_packed(name):
    return gzip.decompress((DATA / name).read_bytes()).decode().split("\n")


def read_lines(name):
    """The lines of a data file without comments and empty lines."""
    lines = (line.partition("#")[0].strip() for line in (DATA / name).read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]
