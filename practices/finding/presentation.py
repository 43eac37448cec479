"""Turns an answer of search into what the templates show: results, values beside counts, chips and pages."""

from functools import cached_property
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from practices.finding.address import SearchAddress
from practices.finding.facets import FACETS, OPEN_AT_FIRST
from practices.finding.forms import KIND, SORTS
from practices.finding.kinds import all_kinds
from practices.finding.places import place_in
from practices.finding.recommended import recommended
from practices.finding.results import found_things
from practices.taxonomy.addresses import list_address
from practices.taxonomy.choices import TermKind

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


class Tab(NamedTuple):
    name: str
    label: str
    url: str
    count: int
    is_current: bool


def shown_facets(labels, chosen, counts):
    """Facets with their values in the editors' order; values without practices are left out unless chosen."""
    shown = []
    for facet in FACETS:
        values = [
            FacetValue(value, label, counts.get(facet.name, {}).get(value, 0), value in chosen.get(facet.name, ()))
            for value, label in labels[facet.name].items()
        ]
        values = [value for value in values if value.count or value.is_chosen]
        if values:
            is_open = len(shown) < OPEN_AT_FIRST or facet.name in chosen
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
        self.kind = form.kind
        self.results = results
        self._form = form

    @cached_property
    def address(self):
        sort = self._form.cleaned_data["sorteer"]
        return SearchAddress(self.query.text, self.query.facets, sort, self.kind.parameter)

    @property
    def url(self):
        """The address of just this page."""
        return self.address.on_page(self.results.page)

    @property
    def atom_url(self):
        """Only what is dated can be followed."""
        return self.address.on_page(1, "finding:atom") if self.kind.is_dated else ""

    def json_url(self, number=1):
        return self.address.on_page(number, "finding:json")

    @property
    def title(self):
        """What is asked, in one line."""
        asked = [self.query.text] if self.query.text else []
        return ", ".join([str(self.kind.label), *asked, *(chip.label for chip in self.chips)])

    @property
    def notices(self):
        """What we did not understand of the question."""
        if self.query.page <= self.results.page:
            return self._form.notices
        text = gettext("There are only %(pages)d pages. You see page %(pages)d.") % {"pages": self.results.pages}
        return [*self._form.notices, text]

    @cached_property
    def place(self):
        return place_in(self.query.text)

    @cached_property
    def recommended(self):
        """What editors pinned to the question: at the start of its results, before anybody filters."""
        is_start = self.results.page == 1 and not self.query.chosen
        return recommended(self.query.text) if is_start else []

    @property
    def has_answers(self):
        """Whether there is anything to go to, here or in another tab."""
        is_found = self.results.total or any(tab.count for tab in self.tabs)
        return bool(is_found or self.place or self.recommended)

    @property
    def sorts(self):
        is_worth_sorting = self.kind.is_dated and self.results.total
        return [(name, label) for name, label, _sort in SORTS] if is_worth_sorting else []

    @cached_property
    def tabs(self):
        """The same question for each kind, with what it would find; none when just browsing practices."""
        if not self._form.has_tabs:
            return []
        counts = self.results.facets[KIND]
        # Each kind might correct a mistyped word in its own way; these counts are of this correction.
        address = self.address.with_text(self.asked)
        return [
            Tab(kind.name, kind.label, str(address.of_kind(kind)), counts.get(kind.name, 0), kind == self.kind)
            for kind in all_kinds()
        ]

    @property
    def total(self):
        """The number of results in words."""
        return self.kind.counted(self.results.total)

    @cached_property
    def found(self):
        return found_things(self.kind, self.results.hits)

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
    def asked(self):
        """What was typed, put right where it had to be."""
        return self.results.correction or self.query.text

    @property
    def loosened_line(self):
        """What to know of results that do not all have what was typed; empty when they do."""
        if not self.results.is_loosened:
            return ""
        complete = self.results.complete
        if not complete:
            return gettext("None of these has all you typed. They have a part of it, or other words for it.")
        line = ngettext(
            "%(complete)d of these has all you typed. Below it is what has a part of it, or other words for it.",
            "%(complete)d of these have all you typed. Below them is what has a part of it, or other words for it.",
            complete,
        )
        return line % {"complete": complete}

    @property
    def correction_url(self):
        return str(self.address.with_text(self.results.correction))

    @property
    def pages(self):
        return page_links(self.results, self.address)

    @property
    def empty(self):
        """What the page says, and where one can go on, when there are no results."""
        links = [(f"{tab.label} ({tab.count})", tab.url) for tab in self.tabs if tab.count and not tab.is_current]
        if self.query.chosen:
            links.append((gettext("Search again without filters"), self.clear_url))
        links.append((gettext("All practices"), reverse("finding:search")))
        links.append((gettext("Themes"), list_address(TermKind.THEME)))
        return {"title": gettext("Nothing found"), "text": self._advice, "links": links}

    @property
    def _advice(self):
        if self.query.chosen or not self.query.text:
            return gettext("Choose fewer filters.")
        if self.place:
            return gettext("No practice names this place. You can look at other places or at themes.")
        if len(self.query.text.split()) == 1:
            return gettext("Look whether the word is spelled right, or try a more general word.")
        return gettext("Try fewer words, or a more general word.")


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
