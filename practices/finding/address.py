"""Builds search addresses, so that every state of the page is a plain link."""

from django.urls import reverse
from django.utils.http import urlencode

from practices.finding.facets import FACETS

PARAMETERS = {facet.name: facet.parameter for facet in FACETS}


class SearchAddress:
    """The address of one question; the methods give the address of a question beside it."""

    def __init__(self, text="", facets=None, sort=""):
        self.text, self.facets, self.sort = text, facets or {}, sort

    def __str__(self):
        return self.on_page(1)

    def on_page(self, number):
        pairs = [("q", self.text)] if self.text else []
        pairs += [(PARAMETERS[name], value) for name, values in self.facets.items() for value in values]
        pairs += [("sorteer", self.sort)] if self.sort else []
        pairs += [("pagina", number)] if number > 1 else []
        return reverse("finding:search") + (f"?{urlencode(pairs)}" if pairs else "")

    def without(self, name, value):
        left = tuple(other for other in self.facets[name] if other != value)
        return SearchAddress(self.text, {**self.facets, name: left}, self.sort)

    def without_facets(self):
        return SearchAddress(self.text, {}, self.sort)

    def with_text(self, text):
        return SearchAddress(text, self.facets, self.sort)


def filtered_on(name, value):
    """The address of all practices with one facet value."""
    return str(SearchAddress(facets={name: (value,)}))
