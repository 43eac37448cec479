import json

import pytest

from search.language.analysis import analyse, placed
from search.language.places import LONGEST_SCAN, read_places, write_places
from search.language.words import chunks
from tests.benchmarks.relevance.compare import HERE

PASSAGES = [json.loads(line)["text"] for line in (HERE / "passages.jsonl").read_text(encoding="utf-8").splitlines()]


def everything_in(text):
    return {term for chunk in chunks(text) for term in analyse(chunk.group()).everything}


def looked_up(terms, text):
    """The same answer the slow way: every word of the text is looked at."""
    found = {chunk.start(): terms & {*analyse(chunk.group()).everything} for chunk in chunks(text)}
    return {start: matching for start, matching in found.items() if matching}


@pytest.mark.parametrize(
    "asked",
    ["gemeente school", "afspraak lid", "huis plan geloof", "adv ses-woa", "sleutelfiguren racisme", "gelijkheid"],
)
def test_says_what_looking_at_every_word_would_say(asked):
    terms = everything_in(asked)
    written = write_places(*map(placed, PASSAGES))

    read = [read_places(written, number, terms) for number in range(len(PASSAGES))]

    assert read == [looked_up(terms, text) for text in PASSAGES]
    assert sum(map(bool, read)) > 1


def test_term_that_is_the_end_or_the_beginning_of_another_is_not_taken_for_it():
    written = write_places(placed("een clubhuis"))

    assert read_places(written, 0, {"club"}) == {4: {"club"}}
    assert read_places(written, 0, {"clubhui", "lub", "clu", "0:club"}) == {}


def test_text_without_words_has_no_places():
    assert read_places(write_places(placed(""), placed("club")), 0, {"club"}) == {}
    assert read_places(write_places(), 0, {"club"}) == {}


def test_what_stands_far_into_a_text_is_not_quoted():
    far = "- " * (LONGEST_SCAN // 2)

    assert read_places(write_places(placed(f"club {far}club")), 0, {"club"}) == {0: {"club"}}
