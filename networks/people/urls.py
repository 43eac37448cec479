from django.urls import include, path, re_path
from django.views.generic import RedirectView

from networks.people.views import AdminSignIn, SiteSignIn

# Goes before Wagtail's and Django's own addresses: it replaces their login forms and password pages,
# which would let people in on a password alone once second factors are there.
urlpatterns = [
    path("account/", include("allauth.urls")),
    path("admin/login/", AdminSignIn.as_view(), name="admin_sign_in"),
    re_path(r"^admin/password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    path("django-admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("_util/login/", SiteSignIn.as_view(), name="site_sign_in"),
]
