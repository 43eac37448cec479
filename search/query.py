"""What is asked: one question, with everything the answer depends on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from search.entry import PUBLIC


class Sort(TextChoices):
    RELEVANCE = "relevance", _("Most relevant")
    NEWEST = "newest", _("Newest")
    COMPLETE = "complete", _("Most complete")


@dataclass(frozen=True, kw_only=True)
class SearchQuery:
    """A question to an engine. Every field has a safe answer to anything a person may type.

    `facets` maps a name to the chosen values: several values of one facet widen, several facets
    narrow. `facet_names` are the facets to count; the name "kind" counts kinds of entries.
    `audiences` are those the asker belongs to. Empty `kinds` means every kind. Without text,
    relevance means newest. `is_strict` finds only what has all the words, as they were typed: no
    entries with some of them and no correction, for who is told of results without asking again.
    """

    text: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = 20
    audiences: tuple[str, ...] = (PUBLIC,)
    kinds: tuple[str, ...] = ()
    facet_names: tuple[str, ...] = ()
    is_strict: bool = False

    @property
    def chosen(self):
        """The facets with at least one value chosen."""
        return {name: tuple(values) for name, values in self.facets.items() if values}
