from django.urls import path

from practices.library import views

app_name = "library"
urlpatterns = [
    path("provincies/<slug:slug>/", views.province, name="province"),
    path("praktijken/<int:pk>/cijfers/<int:number>/", views.indicator_figures, name="indicator"),
    path("<term_kind:kind>/<slug:slug>/", views.term, name="term"),
]
