"""Brings the forms of one word together: plannen and plan, grote and groot."""

import snowballstemmer

_snowball = snowballstemmer.stemmer("dutch")


def stem(word):
    """The form that all inflections of a folded word share; not always a word itself."""
    return _snowball.stemWord(word)
