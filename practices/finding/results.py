from typing import NamedTuple

from django.db.models import Model

from practices.finding.kinds import Facts
from search.entry import key_of
from search.results import Hit


class Found(NamedTuple):
    """A hit with the thing that it leads to, and what the database tells of it now."""

    hit: Hit
    thing: Model
    facts: Facts

    @property
    def url(self):
        return self.thing.get_absolute_url()

    @property
    def title(self):
        """Marked and safe, as the excerpt."""
        return self.hit.title_marked

    @property
    def excerpt(self):
        return self.hit.excerpt

    @property
    def keywords(self):
        return self.hit.keywords

    @property
    def section(self):
        return self.hit.section

    @property
    def section_url(self):
        return f"{self.url}#{self.hit.anchor}"


def found_things(kind, hits):
    """The hits with their things, in the order of the engine.

    The engine may lag, so the database has the last word: what readers may not see any more is left out.
    """
    visible = kind.visible()
    wanted = [key_of(hit.id, visible.model) for hit in hits]
    things = kind.with_details(visible).in_bulk(wanted)
    return [
        Found(hit, things[pk], kind.facts(things[pk])) for pk, hit in zip(wanted, hits, strict=True) if pk in things
    ]
