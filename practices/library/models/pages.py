"""The tree that practices hang in: a municipality's page holds its practices."""

from django.contrib import messages
from django.db import models
from django.http import Http404
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from practices.library.blocks import LINE_FEATURES
from practices.library.municipality_pages import municipality_context, municipality_index_context
from practices.library.querysets import MunicipalityPageManager
from practices.library.routing import route_below
from practices.municipalities.look_up import look_up
from practices.municipalities.models import Municipality


class PracticeIndexPage(Page):
    """Holds the practices whose source hides the municipality's name; its address is the search page."""

    subpage_types = ["library.PracticePage"]
    max_count = 1

    class Meta:
        verbose_name = _("practices without a municipality")

    def route(self, request, path_components):
        if not path_components:
            return super().route(request, path_components)
        return route_below(self, request, path_components, ["PracticePage"])


class MunicipalityIndexPage(Page):
    subpage_types = ["library.MunicipalityPage"]
    max_count = 1
    template = "practices/municipalities.html"

    class Meta:
        verbose_name = _("municipalities")

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), **municipality_index_context(request)}

    def route(self, request, path_components):
        if not path_components:
            return super().route(request, path_components)
        try:
            return route_below(self, request, path_components, ["MunicipalityPage", "PracticePage"])
        except Http404:
            ended = Municipality.objects.filter(slug=path_components[0]).exclude(valid_until=None)
            if len(path_components) > 1 or not ended.exists():
                raise
            return RouteResult(self, kwargs={"ended": ended.get().name})

    def serve(self, request, ended=None):
        """The list; a name that means one municipality leads straight to it, and says so when it was an old name."""
        name = ended or request.GET.get("q", "")
        found = look_up(name)
        if found.municipality:
            if found.old_name and found.old_name != found.municipality.name:
                texts = {"old": found.old_name, "name": found.municipality.name}
                messages.info(request, gettext("%(old)s is now part of %(name)s.") % texts)
            return redirect(found.municipality)
        return redirect(f"{self.url}?{urlencode({'q': name})}") if ended else super().serve(request)


class MunicipalityPage(Page):
    """A municipality's place in the tree: its editors have rights from here on down."""

    municipality = models.OneToOneField(Municipality, on_delete=models.PROTECT, related_name="page")
    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=LINE_FEATURES,
        help_text=_("What does your municipality work on? Example: fair internships and sport without racism."),
    )

    objects = MunicipalityPageManager()

    parent_page_types = ["library.MunicipalityIndexPage"]
    subpage_types = ["library.PracticePage"]
    is_creatable = False
    template = "practices/municipality.html"
    content_panels = [FieldPanel("introduction")]
    promote_panels = []
    settings_panels = []

    class Meta:
        verbose_name = _("municipality")

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), **municipality_context(request, self.municipality)}

    def clean(self):
        self.title, self.slug = self.municipality.name, self.municipality.slug
        super().clean()
