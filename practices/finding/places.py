"""Recognises a municipality in what somebody searches for: people ask for places as well as for subjects."""

from practices.municipalities.look_up import LookUp, look_up
from practices.municipalities.models import Municipality

MOST_WORDS = 6


def place_in(text):
    """The LookUp of a text that is just a municipality's name, old or new; an empty one for other texts."""
    if not text or len(text.split()) > MOST_WORDS or not Municipality.objects.named(text).exists():
        return LookUp()
    return look_up(text)
