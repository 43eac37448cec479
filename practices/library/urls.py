from django.urls import path, register_converter
from django.urls.converters import IntConverter

from practices.library import views


class KeyConverter(IntConverter):
    """A number that every database can look up."""

    regex = "[0-9]{1,9}"


register_converter(KeyConverter, "key")

app_name = "library"
urlpatterns = [
    path("provincies/<slug:slug>/", views.province, name="province"),
    path("praktijken/<key:pk>/cijfers/<key:number>/", views.indicator_figures, name="indicator"),
    path("<term_kind:kind>/<slug:slug>/", views.term, name="term"),
]
