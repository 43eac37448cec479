"""What the pages of municipalities show. Practices are reached through the app registry: pages hang above them."""

from django.apps import apps
from django.urls import reverse
from django.utils.http import urlencode

from practices.library.listing import municipalities_crumb, page_of, with_practice_count
from practices.library.templatetags.maps import MapDot
from practices.municipalities.choices import Province
from practices.municipalities.likeness import look_alikes
from practices.municipalities.look_up import look_up
from practices.municipalities.map_points import map_points
from practices.municipalities.models import Municipality

MOST_COMPARED = 4


def municipality_index_context(request):
    """All municipalities by province, and what a look-up of a name gives when it is not one municipality."""
    text = request.GET.get("q", "").strip()[:100]
    by_province = {province: [] for province in Province}
    for municipality in with_practice_count(Municipality.objects.current().real()):
        by_province[Province(municipality.province)].append(municipality)
    return {"text": text, "found": look_up(text), "by_province": by_province.items()}


def municipality_context(request, municipality):
    practices = apps.get_model("library", "PracticePage").objects.live().public().in_municipality(municipality)
    page_obj = page_of(practices, request.GET.get("pagina"))
    alike = look_alikes(municipality)
    return {
        "municipality": municipality,
        "breadcrumbs": [municipalities_crumb()],
        "page_obj": page_obj,
        "compare_url": compare_url(page_obj.object_list[:MOST_COMPARED]) if len(page_obj.object_list) > 1 else "",
        "look_alikes": alike,
        "map_dots": map_dots(municipality, [likeness.municipality for likeness in alike]),
    }


def map_dots(municipality, alike):
    """The municipality among all others, with those that look like it; empty when it is not on the map."""
    if municipality.latitude is None:
        return []
    shown = {place.slug: ("like", place.name) for place in alike} | {municipality.slug: ("me", municipality.name)}
    return [MapDot(latitude, longitude, *shown.get(slug, ("all", ""))) for latitude, longitude, slug in map_points()]


def compare_url(practices):
    return f"{reverse('comparison:compare')}?{urlencode([('p', practice.pk) for practice in practices])}"
