"""Makes words.txt.gz and parts.txt.gz out of OpenTaal's word list: python make_words.py /usr/share/dict/dutch"""

import gzip
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
LONGEST = 16  # longer words are compounds, and these are taken apart anyway
SHORTEST_PART = 4
LINKS = ("", "s", "e", "n", "en")
ROUNDS = 6
NO_COMPOUND = 40  # how likely it is that a word is no compound at all, beside the products below


def fold(word):
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def read_words(source):
    lines = Path(source).read_text(encoding="utf-8").splitlines()
    # A capital is a name: names are no parts of compounds.
    words = {fold(line) for line in lines if line == line.lower()}
    return {word for word in words if re.fullmatch(r"[a-z]{2,24}", word)}


def read_not_parts():
    lines = [line.partition("#")[0].strip() for line in (HERE / "not_parts.txt").read_text().splitlines()]
    firsts = {line.rstrip("-") for line in lines if not line.startswith("-")}
    lasts = {line.lstrip("-") for line in lines if not line.endswith("-")}
    return firsts, lasts


def cuts_of(word, words, firsts, lasts):
    """Every (first, last) that the word can be cut into."""
    for end in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        first = word[:end]
        if first in words and first not in firsts:
            for link in LINKS:
                last = word[end + len(link) :]
                if word.startswith(link, end) and len(last) >= SHORTEST_PART and last in words and last not in lasts:
                    yield first, last


def count_parts(words):
    """({first: times}, {last: times}): in how many compounds of the list a word seems to take part.

    Cuts by chance are weighed down round after round: a cut counts as far as both of its words take
    part in many other compounds.
    """
    firsts, lasts = read_not_parts()
    cuts = [found for word in sorted(words) if (found := list(cuts_of(word, words, firsts, lasts)))]
    first_times, last_times = Counter(), Counter()
    for found in cuts:
        for first, last in found:
            first_times[first] += 1 / len(found)
            last_times[last] += 1 / len(found)
    for _round in range(ROUNDS):
        next_first, next_last = Counter(), Counter()
        for found in cuts:
            shares = [first_times[first] * last_times[last] for first, last in found]
            whole = sum(shares) + NO_COMPOUND
            for (first, last), share in zip(found, shares, strict=True):
                next_first[first] += share / whole
                next_last[last] += share / whole
        first_times, last_times = next_first, next_last
    return first_times, last_times


def write(name, lines):
    # Without a time in it, the same list gives the same file.
    (HERE / name).write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def main(source):
    words = read_words(source)
    write("words.txt.gz", sorted(word for word in words if len(word) <= LONGEST))
    first, last = count_parts(words)
    counted = [(word, round(first[word]), round(last[word])) for word in sorted(first.keys() | last.keys())]
    write("parts.txt.gz", [f"{word} {one} {other}" for word, one, other in counted if one or other])


if __name__ == "__main__":
    main(sys.argv[1])
