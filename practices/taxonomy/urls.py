from django.urls import path

from practices.taxonomy import views

app_name = "taxonomy"
urlpatterns = [
    path("<term_kind:kind>/", views.term_list, name="list"),
]
