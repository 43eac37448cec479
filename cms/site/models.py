from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.site.home import home_context


class HomePage(Page):
    """The front page: search first. All figures on it are counted when it is asked for."""

    heading = models.CharField(
        _("heading"),
        max_length=80,
        blank=True,
        help_text=_("A question that makes people search. Example: What did another municipality learn already?"),
    )
    lede = models.CharField(
        _("introduction"),
        max_length=200,
        blank=True,
        help_text=_(
            "One or two short sentences below the heading. Example: Search, and call the colleague who did it."
        ),
    )
    popular_searches = models.TextField(
        _("searches to try"),
        blank=True,
        help_text=_("One on each line, four at most. Example: racism in football."),
    )

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    template = "cms/home.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("heading"),
        FieldPanel("lede"),
        FieldPanel("popular_searches"),
    ]

    class Meta:
        verbose_name = _("home page")

    @property
    def searches_to_try(self):
        return [line.strip() for line in self.popular_searches.splitlines() if line.strip()][:4]

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | home_context()
