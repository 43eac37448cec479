"""Lists of practices with the figures beside them. Figures are counted, and made-up examples count in none."""

from django.apps import apps
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.utils.translation import gettext

from practices.taxonomy.choices import Phase
from practices.taxonomy.models import Approach

PAGE_SIZE = 20
MUNICIPALITIES_PATH = "/gemeenten/"


def municipalities_crumb():
    return gettext("Municipalities"), MUNICIPALITIES_PATH


def with_practice_count(municipalities):
    """Adds `practice_count`, the real practices that each municipality leads and all may read; in order of name."""
    practices = apps.get_model("library", "PracticePage").objects.live().public().real()
    counted = Count("practices", filter=Q(practices__in=practices.values("pk")))
    return municipalities.annotate(practice_count=counted).order_by("name_key")  # grouping drops the default order


def page_of(practices, number):
    """One page of practice cards, newest first; the nearest one for a number that does not exist."""
    return Paginator(practices.newest().for_cards(), PAGE_SIZE).get_page(number)


def listing_of(practices, number, leave_out=None):
    """What the template practices/parts/listing.html shows of a queryset of practices."""
    real = practices.real()
    return {
        "page": page_of(practices, number),
        "figures": real.figures(),
        "phases": phases_of(real),
        "often_with": approaches_of(real, leave_out),
    }


def phases_of(practices):
    """(label, count, no address) of each phase that has practices, first phase first."""
    counts = dict(practices.order_by().values_list("phase").annotate(Count("pk", distinct=True)))
    return [(phase.label, counts[phase], "") for phase in Phase if counts.get(phase)]


def approaches_of(practices, leave_out=None, most=5):
    """The approaches that these practices carry most, each with `carried_by`; without one term."""
    carried = Count("practices_with_approach", filter=Q(practices_with_approach__in=practices.values("pk")))
    terms = Approach.objects.active().annotate(carried_by=carried).filter(carried_by__gt=0)
    return list(terms.exclude(pk=leave_out.pk if leave_out else None).order_by("-carried_by", "name")[:most])
