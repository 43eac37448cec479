from django.urls import path

from networks.alerts import views

app_name = "alerts"
urlpatterns = [
    path("", views.own, name="own"),
    path("nieuw/", views.new, name="new"),
    path("kijk-in-uw-mail/", views.asked, name="asked"),
    path("<str:token>/", views.manage, name="manage"),
    path("<str:token>/bevestigen/", views.confirm, name="confirm"),
    path("<str:token>/wijzigen/", views.change, name="change"),
    path("<str:token>/stoppen/", views.stop, name="stop"),
    path("<str:token>/terug/", views.bring_back, name="bring_back"),
]
