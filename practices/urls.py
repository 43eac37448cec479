from django.urls import include, path

urlpatterns = [
    path("praktijken/", include("practices.finding.urls")),
    path("vergelijken/", include("practices.comparison.urls")),
    path("", include("practices.library.urls")),
    path("", include("practices.taxonomy.urls")),
]
