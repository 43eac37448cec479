"""Turns search results into what the templates show: values beside counts, chips and pages."""

from typing import NamedTuple

from practices.finding.facets import FACETS, OPEN_AT_FIRST

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
