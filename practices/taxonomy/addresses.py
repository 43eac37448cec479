"""The addresses of terms: /themas/<slug>/, /aanpakken/<slug>/ and so on.

`library` lists the practices of a term, so the view of one term lives there. Importing
this module makes the converter known:

    path("<term_kind:kind>/<slug:slug>/", views.term, name="term")

    @with_term
    def term(request, term): ...
"""

from functools import wraps

from django.apps import apps
from django.shortcuts import get_object_or_404, redirect
from django.urls import register_converter, reverse

from practices.taxonomy.choices import TermKind

# Addresses are Dutch, as all that users see, and stay the same in every language.
KIND_PATHS = {
    TermKind.THEME: "themas",
    TermKind.APPROACH: "aanpakken",
    TermKind.TARGET_GROUP: "doelgroepen",
    TermKind.GROUND: "gronden",
    TermKind.ROLE: "rollen",
    TermKind.PARTNER_KIND: "partners",
}
KINDS_BY_PATH = {path: kind for kind, path in KIND_PATHS.items()}


class TermKindConverter:
    """Reads "themas" as `TermKind.THEME`; writes a kind or its path."""

    regex = "|".join(KINDS_BY_PATH)

    def to_python(self, value):
        return KINDS_BY_PATH[value]

    def to_url(self, value):
        return KIND_PATHS.get(value, value)


register_converter(TermKindConverter, "term_kind")


def term_address(term):
    return reverse("library:term", args=[KIND_PATHS[term.kind], term.slug])


def list_address(kind):
    return reverse("taxonomy:list", args=[kind])


def with_term(view):
    """Hands `view(request, term)` the term of an address.

    The address of a merged term leads to what it became, for good; an unknown
    one is a 404.
    """

    @wraps(view)
    def fetch_first(request, kind, slug):
        terms = apps.get_model("taxonomy", "Term").objects.select_related("parent", "merged_into")
        term = get_object_or_404(terms, kind=kind, slug=slug)
        if term.merged_into:
            return redirect(term.merged_into, permanent=True)
        return view(request, term)

    return fetch_first


# The names of the filters on the search page; partner kinds are no filter.
SEARCH_PARAMETERS = {
    TermKind.THEME: "thema",
    TermKind.APPROACH: "aanpak",
    TermKind.TARGET_GROUP: "doelgroep",
    TermKind.GROUND: "grond",
    TermKind.ROLE: "rol",
}


def search_address(term):
    """The search page filtered on the term; the whole search page where there is no such filter."""
    page = reverse("finding:search")
    return f"{page}?{SEARCH_PARAMETERS[term.kind]}={term.slug}" if term.kind in SEARCH_PARAMETERS else page
