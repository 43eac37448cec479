"""What the home page shows besides its own words: themes, the newest practices and counted figures."""

from typing import NamedTuple

from django.db.models import Count
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from practices.library.models import PracticePage
from practices.taxonomy.choices import Phase
from practices.taxonomy.models import Theme

NEWEST = 5
THEMES_OF_A_GROUP = 6


class RouteStep(NamedTuple):
    phase: str
    question: str

    @property
    def url(self):
        return f"{reverse('finding:search')}?{urlencode({'fase': self.phase})}"


# The questions are those that municipalities asked in each phase: "help that fits the phase" in the reports.
ROUTE = [
    RouteStep(Phase.EXPLORING, _("How do I begin, and what happens here?")),
    RouteStep(Phase.PREPARING, _("How do I get the board and partners along?")),
    RouteStep(Phase.CARRYING_OUT, _("How do I know whether it works?")),
    RouteStep(Phase.ANCHORING, _("What if the money ends?")),
]


def theme_groups():
    """The groups of themes with those of their themes that have most practices; one query."""
    themes = list(Theme.objects.active().with_usage().select_related("parent").in_tree_order())
    used = sorted((theme for theme in themes if theme.usage), key=lambda theme: -theme.usage)
    return [
        (group, [theme for theme in used if theme.parent_id == group.pk][:THEMES_OF_A_GROUP])
        for group in themes
        if group.is_group
    ]


def practices_by_municipality(practices):
    """How many of the practices each municipality leads, most first; the names stay out of it."""
    led = practices.order_by().exclude(municipality=None).values("municipality")
    return sorted(led.annotate(count=Count("pk")).values_list("count", flat=True), reverse=True)


def home_context():
    practices = PracticePage.objects.live().public()
    sizes = practices_by_municipality(practices.real())
    return {
        "theme_groups": theme_groups(),
        "newest": list(practices.newest().for_cards()[:NEWEST]),
        "route": ROUTE,
        "sizes": sizes,
        "figures": {"practices": practices.real().count(), "municipalities": len(sizes)},
    }
