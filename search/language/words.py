"""Cuts text into words, the same way everywhere."""

import re
import unicodedata

# Letters and digits, held together by hyphens, apostrophes and dots: SES-WOA, foto's, A.D.V., 10.000.
CHUNK = re.compile(r"[^\W_]+(?:[-'’‘.\u2010\u2011][^\W_]+)*")
JOINTS = re.compile(r"[-.\u2010\u2011]")
APOSTROPHES = re.compile(r"['’‘]")
LONGEST_WORD = 60

# Letters that Unicode does not take apart into a letter and an accent.
WHOLE_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


def fold(text):
    """Lowercase without accents."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)).translate(WHOLE_LETTERS)


def readable(text):
    """Without the halves of characters that cannot be stored or sent."""
    return text.encode("utf-8", "ignore").decode()


def chunks(text):
    """Matches of everything that stands together, such as "SES-WOA"; with their places in the text."""
    return CHUNK.finditer(text)


def pieces(chunk):
    """The folded words of one chunk, in order: ["ses", "woa"]; an abbreviation or number is one word."""
    bare = APOSTROPHES.sub("'", chunk)
    if "." in bare and is_one_word(bare):
        bare = bare.replace(".", "")
    found = (without_apostrophe(fold(piece)) for piece in JOINTS.split(bare))
    return [piece[:LONGEST_WORD] for piece in found if piece]


def is_one_word(chunk):
    """Whether the dots stand within one word: "A.D.V", "10.000"; not in "leeuwarden.nl"."""
    parts = chunk.split(".")
    return all(len(part) == 1 for part in parts) or all(part.isdecimal() for part in parts)


def without_apostrophe(word):
    """ "foto's" is a plural and "Almere's" a possessive: both without; "d'r" becomes one word."""
    return word.removesuffix("'s").replace("'", "")
