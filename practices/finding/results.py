from typing import NamedTuple

from practices.library.models import PracticePage
from search.entry import key_of


class FoundPractice(NamedTuple):
    practice: PracticePage
    title: str
    excerpt: str


def found_practices(hits):
    """The hits with their practices in the order of the engine.

    The engine may lag, so the database has the last word: what is no longer live or public is left out.
    """
    wanted = [key_of(hit.id, PracticePage) for hit in hits]
    practices = PracticePage.objects.live().public().for_cards().in_bulk(wanted)
    return [
        FoundPractice(practices[pk], hit.title_marked, hit.excerpt)
        for pk, hit in zip(wanted, hits, strict=True)
        if pk in practices
    ]
