"""Builds search addresses, so that every state of the page is a plain link."""

from dataclasses import dataclass, field, replace

from django.urls import reverse
from django.utils.http import urlencode

from practices.finding.facets import FACETS

PARAMETERS = {facet.name: facet.parameter for facet in FACETS}


@dataclass(frozen=True)
class SearchAddress:
    """The address of one question; the methods give the address of a question beside it."""

    text: str = ""
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    kind: str = ""

    def __str__(self):
        return self.on_page(1)

    def on_page(self, number, view="finding:search"):
        pairs = [("q", self.text)] if self.text else []
        pairs += [("soort", self.kind)] if self.kind else []
        pairs += [(PARAMETERS[name], value) for name, values in self.facets.items() for value in values]
        pairs += [("sorteer", self.sort)] if self.sort else []
        pairs += [("pagina", number)] if number > 1 else []
        return reverse(view) + (f"?{urlencode(pairs)}" if pairs else "")

    def without(self, name, value):
        left = tuple(other for other in self.facets[name] if other != value)
        return replace(self, facets={**self.facets, name: left})

    def without_facets(self):
        return replace(self, facets={})

    def with_text(self, text):
        return replace(self, text=text)

    def of_kind(self, kind):
        return replace(self, kind=kind.parameter)
