from django.urls import include, path

urlpatterns = [
    path("", include("networks.people.urls")),
    path("zoekopdrachten/", include("networks.alerts.urls")),
]
