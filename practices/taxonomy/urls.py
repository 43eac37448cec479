from django.urls import path, register_converter

from practices.taxonomy import views
from practices.taxonomy.addresses import TermKindConverter

app_name = "taxonomy"
register_converter(TermKindConverter, "term_kind")
urlpatterns = [
    path("<term_kind:kind>/", views.term_list, name="list"),
]
