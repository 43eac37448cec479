"""The project's addresses for terms, with a small view in the place of the library's."""

from django.http import HttpResponse
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

from practices.taxonomy.addresses import with_term


@with_term
def show_term(request, term):
    return HttpResponse(term.name)


library = ([path("<term_kind:kind>/<slug:slug>/", show_term, name="term")], "library")
urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("", include(library)),
    path("", include("practices.taxonomy.urls")),
]
