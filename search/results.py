"""What comes back from an engine."""

from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Hit:
    """One entry that was found.

    `title_marked` and `excerpt` are escaped already and carry <mark> round the words that matched.
    `score` means something within one answer only, and is 0 when the sort is not relevance.
    `section` is the title of the section that the excerpt stands in, and `anchor` its id on the page;
    both are empty when it stands in none. `keywords` are those that matched, marked, when nothing
    in title and excerpt shows why this was found.
    """

    id: str
    kind: str
    url: str
    score: float
    title_marked: SafeString
    excerpt: SafeString
    section: str = ""
    anchor: str = ""
    keywords: tuple[SafeString, ...] = ()

    @property
    def section_url(self):
        """The address of the section that the excerpt stands in, or else of the whole."""
        return f"{self.url}#{self.anchor}" if self.anchor else self.url


@dataclass(frozen=True)
class Suggestion:
    """A completion of what is being typed: a word to search for (`url` and `id` are None) or an entry to go to."""

    text: str
    kind: str
    url: str | None = None
    id: str | None = None


@dataclass(frozen=True)
class SearchResults:
    """One page of an answer.

    `facets` maps each asked facet to {value: count}, most frequent first; the counts of a facet
    ignore its own choice. `page` is the page that is given: the last one when a later one was asked.
    `correction` is the text with mistyped words put right, or None; the hits answer it already.
    When few entries have all the words, `complete` of them stand on top, those that have every word as it was
    asked; below follow those with some of the words, with parts of them or with other words for the same.
    Otherwise `complete` is the total.
    `is_fallback` says that the usual engine did not answer and another one did, perhaps a little behind.
    """

    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    complete: int = 0
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    correction: str | None = None
    is_fallback: bool = False
    took_ms: float = 0.0
    page: int = 1
    page_size: int = 20

    def __len__(self):
        return self.total

    def __iter__(self):
        return iter(self.hits)

    @property
    def is_loosened(self):
        """Whether entries follow that do not have every word as it was asked."""
        return self.complete < self.total

    @property
    def pages(self):
        """Number of pages, at least 1."""
        return max(1, -(-self.total // self.page_size))

    @property
    def page_obj(self):
        """Django's Page for templates that draw page links; its own items mean nothing."""
        return Paginator(range(self.total), self.page_size).get_page(self.page)
