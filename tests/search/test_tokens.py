import json

import pytest

from search.language.analysis import analyse
from search.language.tokens import TokenTable, bare, telling, tokens_with
from search.language.wordlist import words
from search.language.words import chunks
from tests.benchmarks.relevance.compare import HERE

PASSAGES = [json.loads(line) for line in (HERE / "passages.jsonl").read_text(encoding="utf-8").splitlines()]


def taken_apart(terms, text):
    """The same answer the slow way: every word of the text is looked at."""
    found = {}
    for token in set(text.split()):
        everything = {term for chunk in chunks(token) for term in analyse(chunk.group()).everything}
        if matching := everything & set(terms):
            found[token] = matching
    return found


@pytest.mark.parametrize(
    "asked",
    ["gemeente school", "afspraak lid", "huis plan geloof", "adv ses-woa", "sleutelfiguren racisme", "gelijkheid"],
)
def test_marks_what_looking_at_every_word_would_mark(asked):
    terms = {term for chunk in chunks(asked) for term in analyse(chunk.group()).everything}

    for passage in PASSAGES:
        assert tokens_with(terms, passage["text"]) == taken_apart(terms, passage["text"])


def test_no_dutch_word_is_passed_over_for_how_it_is_written():
    sample = sorted(words())[::23]
    assert len(sample) > 10_000

    passed_over = [
        (word, term)
        for word in sample
        for term in analyse(word).everything
        if not any(letters in bare(word) for letters in telling(term))
    ]

    assert passed_over == []


def test_a_word_that_is_nothing_like_the_question_is_not_taken_apart():
    table = TokenTable()

    assert table.like({"Scholen", "antidiscriminatievoorziening"}, {"school"}) == {"Scholen"}
    assert table.terms == {}
