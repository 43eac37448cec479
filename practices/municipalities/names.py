"""Names as people type them: one key for every spelling of the same name."""

import re
import unicodedata

LONGEST_NAME = 200
WRITTEN_OUT = {"st": "sint"}
LEFT_OUT = {"gemeente"}


def name_key(text):
    """The name without case, accents, apostrophes, spaces and hyphens; empty when nothing is left.

    "Gemeente 's-Gravenhage" and "s gravenhage" both give "sgravenhage". What is longer than any
    name gives an empty key, so that a hostile text costs nothing.
    """
    if len(text) > LONGEST_NAME:
        return ""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("&", " en "))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’‘`´]", " ", plain))
    return "".join(WRITTEN_OUT.get(word, word) for word in words if word not in LEFT_OUT)
