from django.urls import path
from wagtail.contrib.sitemaps.views import sitemap

from cms.site import views

app_name = "site"
urlpatterns = [
    path("over/", views.about, name="about"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("stijlgids/", views.style_guide, name="style_guide"),
    path("health/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path(".well-known/security.txt", views.security, name="security"),
    path("thema-<slug:version>.css", views.theme_file, name="theme"),
]
