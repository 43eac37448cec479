"""Which of the texts that people type may be kept: none that may be about a person."""

import re

from search.language.words import readable

LONGEST, MOST_WORDS = 80, 10

YEAR = re.compile(r"\b(19|20)\d\d\b")
LONG_NUMBER = re.compile(r"\d(?:[\s().+/-]?\d){6,}")
SIGNS_OF_A_PERSON = [
    re.compile(pattern)
    for pattern in (
        r"@",
        r"https?:|www\.|\b[\w-]+\.(?:nl|com|org|net|eu|info|be|de|gov|frl|amsterdam)\b",
        r"\b\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2})\b",  # a date, perhaps of birth
        r"\b[1-9]\d{3}(?:[a-z]{2}\b|\s[a-z]{2}\s?\d{1,3}[a-z]?\b)",  # a postcode
        r"(?:straat|laan|weg|plein|kade|gracht|dijk|singel|steeg|hof|pad)\s\d+\s?[a-z]?\b",
        r"\b(?:dhr|mevr|mw|meneer|mevrouw|mijnheer)\b",
        r"\b[a-z]{2}\d{2}\s?[a-z]{4}\s?\d",  # an account number
    )
]


def keepable(text):
    """The text in lowercase with single spaces; empty when it must not be kept."""
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in readable(text)).lower().split())
    is_short = len(text) <= LONGEST and len(text.split()) <= MOST_WORDS
    return text if is_short and any(map(str.isalnum, text)) and not may_be_about_a_person(text) else ""


def may_be_about_a_person(text):
    return bool(LONG_NUMBER.search(YEAR.sub("", text)) or any(sign.search(text) for sign in SIGNS_OF_A_PERSON))
