from django.contrib import messages
from django.contrib.auth.views import RedirectURLMixin, redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views import View


class AdminSignIn(RedirectURLMixin, View):
    """Stands where Wagtail had its own login form: everybody comes in by the one door of the site.

    Wagtail also sends people here who are signed in but have no business in the admin. They are told so;
    sending them on to the sign-in page would send them back here for ever.
    """

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_anonymous:
            return redirect_to_login(self.get_success_url())
        if not request.user.has_perm("wagtailadmin.access_admin"):
            list(messages.get_messages(request))  # Wagtail's message says no more than the page itself
            raise PermissionDenied
        return HttpResponseRedirect(self.get_success_url())

    def get_default_redirect_url(self):
        return reverse("wagtailadmin_home")


class SiteSignIn(AdminSignIn):
    """The same for Wagtail's form before pages that only signed-in people may read."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_anonymous:
            return redirect_to_login(self.get_success_url())
        return HttpResponseRedirect(self.get_success_url())

    def get_default_redirect_url(self):
        return "/"
