from django.urls import path

from practices.finding import views

app_name = "finding"
urlpatterns = [
    path("", views.search, name="search"),
    path("atom/", views.atom, name="atom"),
    path("json/", views.json, name="json"),
    path("suggesties/", views.suggest, name="suggest"),
]
