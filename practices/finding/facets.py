"""The facets of the search page: their place in the address, their labels and the order of their values."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from practices.municipalities.choices import Province, SizeGroup
from practices.taxonomy.choices import CostBand, EvidenceLevel, Phase, TermKind
from practices.taxonomy.models import Term


class Facet(NamedTuple):
    name: str
    parameter: str
    label: str
    choices: Callable[[list], Mapping[str, str]]


def of_terms(kind):
    """Labels by slug of all terms of a kind, in the editors' order."""
    return lambda terms: {term.slug: term.name for term in terms if term.kind == kind}


def of_fixed(choices):
    return lambda terms: dict(choices.choices)


def of_years(terms):
    """Years come from the practices themselves, so every year that a practice may have is fine."""
    return {str(year): str(year) for year in range(2100, 1989, -1)}


FACETS = [
    Facet("theme", "thema", _("Theme"), of_terms(TermKind.THEME)),
    Facet("approach", "aanpak", _("Approach"), of_terms(TermKind.APPROACH)),
    Facet("target_group", "doelgroep", _("Target group"), of_terms(TermKind.TARGET_GROUP)),
    Facet("phase", "fase", _("Phase"), of_fixed(Phase)),
    Facet("province", "provincie", _("Province"), of_fixed(Province)),
    Facet("size", "grootte", _("Size of the municipality"), of_fixed(SizeGroup)),
    Facet("ground", "grond", _("Ground of discrimination"), of_terms(TermKind.GROUND)),
    Facet("role", "rol", _("Role of the municipality"), of_terms(TermKind.ROLE)),
    Facet("evidence", "onderbouwing", _("Evidence"), of_fixed(EvidenceLevel)),
    Facet("cost", "kosten", _("Cost"), of_fixed(CostBand)),
    Facet("year", "jaar", _("Year"), of_years),
]
OPEN_AT_FIRST = 4


def labels_by_facet():
    """Labels by value for every facet; one query."""
    terms = list(Term.objects.active().in_tree_order())
    return {facet.name: facet.choices(terms) for facet in FACETS}
