from django.urls import include, path

urlpatterns = [
    path("", include("networks.people.urls")),
]
