"""One address for each type of page that a reader can open; axe-core and the HTML validator read them all."""

from urllib.parse import urlencode

from practices.library.models import PracticePage


def practice(**facts):
    return PracticePage.objects.live().filter(**facts).order_by("pk").first().url


def comparison():
    keys = PracticePage.objects.live().order_by("pk").values_list("pk", flat=True)[:4]
    return f"/vergelijken/?{urlencode([('p', key) for key in keys])}"


PAGE_TYPES = {
    "home": lambda: "/",
    "search": lambda: "/praktijken/",
    "search that finds": lambda: "/praktijken/?q=voetbal",
    "search for municipalities": lambda: "/praktijken/?q=limburg&soort=gemeente",
    "search for subjects": lambda: "/praktijken/?q=jongeren&soort=onderwerp",
    "search that finds nothing": lambda: "/praktijken/?q=zzzzzz",
    "practice from a report": lambda: practice(is_fictional=False, municipality__isnull=False),
    "practice without a municipality": lambda: practice(municipality__isnull=True),
    "practice with every field": lambda: practice(is_fictional=True),
    "comparison": comparison,
    "comparison of nothing": lambda: "/vergelijken/",
    "municipalities": lambda: "/gemeenten/",
    "municipality": lambda: "/gemeenten/tilburg/",
    "municipality without practices": lambda: "/gemeenten/aalten/",
    "province": lambda: "/provincies/noord-brabant/",
    "themes": lambda: "/themas/",
    "theme": lambda: "/themas/antidiscriminatie/",
    "approaches": lambda: "/aanpakken/",
    "about": lambda: "/over/",
    "accessibility": lambda: "/toegankelijkheid/",
    "style guide": lambda: "/stijlgids/",
    "saving a search": lambda: "/zoekopdrachten/nieuw/?q=voetbal",
    "after saving a search": lambda: "/zoekopdrachten/kijk-in-uw-mail/",
    "sign in": lambda: "/account/login/",
    "forgotten password": lambda: "/account/password/reset/",
    "page that is not there": lambda: "/bestaat-niet/",
}
