"""Turns an answer of search into what the templates show: results, values beside counts, chips and pages."""

from functools import cached_property
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext

from practices.finding.address import SearchAddress
from practices.finding.facets import FACETS, OPEN_AT_FIRST
from practices.finding.forms import SORTS
from practices.finding.places import place_in
from practices.finding.results import found_practices
from practices.taxonomy.addresses import list_address
from practices.taxonomy.choices import TermKind
from search.results import SearchResults

VALUES_ABOVE_FOLD = 8


class FacetValue(NamedTuple):
    value: str
    label: str
    count: int
    is_chosen: bool


class ShownFacet(NamedTuple):
    name: str
    parameter: str
    label: str
    values: list[FacetValue]
    is_open: bool

    @property
    def has_folded_choice(self):
        """Whether a chosen value stands below the fold of a long list."""
        return any(value.is_chosen for value in self.values[VALUES_ABOVE_FOLD:])


class Chip(NamedTuple):
    label: str
    url: str


def shown_facets(labels, chosen, counts):
    """Facets with their values in the editors' order; values without practices are left out unless chosen."""
    shown = []
    for place, facet in enumerate(FACETS):
        values = [
            FacetValue(value, label, counts.get(facet.name, {}).get(value, 0), value in chosen.get(facet.name, ()))
            for value, label in labels[facet.name].items()
        ]
        values = [value for value in values if value.count or value.is_chosen]
        if values:
            is_open = place < OPEN_AT_FIRST or facet.name in chosen
            shown.append(ShownFacet(facet.name, facet.parameter, facet.label, values, is_open))
    return shown


def chips(labels, chosen, address):
    """One for each chosen value; its link is the same question without it."""
    by_name = {facet.name: facet for facet in FACETS}
    return [
        Chip(f"{by_name[name].label}: {labels[name][value]}", str(address.without(name, value)))
        for name, values in chosen.items()
        for value in values
    ]


class ResultsPage:
    """One page of answers to the question of a form; what a template does not ask for is not worked out."""

    def __init__(self, form, results):
        self.query = form.query()
        self.place = place_in(self.query.text)
        # A name is no typing mistake.
        self.results = SearchResults() if self.place and results.correction else results
        self.sorts = [(name, label) for name, label, _sort in SORTS]
        self._form = form

    @cached_property
    def address(self):
        return SearchAddress(self.query.text, self.query.facets, self._form.cleaned_data["sorteer"])

    @property
    def url(self):
        """The address of just this page."""
        return self.address.on_page(self.results.page)

    @property
    def notices(self):
        """What we did not understand of the question."""
        if self.query.page <= self.results.page:
            return self._form.notices
        text = gettext("There are only %(pages)d pages. You see page %(pages)d.") % {"pages": self.results.pages}
        return [*self._form.notices, text]

    @cached_property
    def found(self):
        return found_practices(self.results.hits)

    @cached_property
    def facets(self):
        return shown_facets(self._form.labels, self.query.facets, self.results.facets)

    @cached_property
    def chips(self):
        return chips(self._form.labels, self.query.facets, self.address)

    @property
    def clear_url(self):
        return str(self.address.without_facets())

    @property
    def correction_url(self):
        return str(self.address.with_text(self.results.correction))

    @property
    def pages(self):
        return page_links(self.results, self.address)

    @property
    def empty(self):
        """What the page says, and where one can go on, when there are no results."""
        links = [
            (gettext("All practices"), reverse("finding:search")),
            (gettext("Themes"), list_address(TermKind.THEME)),
        ]
        if self.query.chosen:
            links.insert(0, (gettext("Search again without filters"), self.clear_url))
        is_asked = bool(self.query.text)
        text = gettext("Try fewer words, or a more general word.") if is_asked else gettext("Choose fewer filters.")
        return {"title": gettext("Nothing found"), "text": text, "links": links}


def page_links(results, address):
    """Pairs of (number, url) around the current page, with the first and the last; None marks a gap."""
    near = {1, results.pages, *range(results.page - 2, results.page + 3)}
    numbers = sorted(number for number in near if 1 <= number <= results.pages)
    links = []
    for number in numbers:
        if links and links[-1] and number > links[-1][0] + 1:
            links.append(None)
        links.append((number, address.on_page(number)))
    return links
