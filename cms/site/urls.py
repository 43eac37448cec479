from django.urls import path

from cms.site import views

app_name = "site"
urlpatterns = [
    path("over/", views.about, name="about"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("stijlgids/", views.style_guide, name="style_guide"),
    path("thema-<slug:version>.css", views.theme_file, name="theme"),
]
