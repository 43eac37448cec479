from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from practices.library.indicators import indicator_csv
from practices.library.listing import listing_of, municipalities_crumb, with_practice_count
from practices.library.models import PracticePage
from practices.municipalities.choices import Province
from practices.municipalities.models import Municipality
from practices.taxonomy.addresses import search_address, with_term
from practices.taxonomy.models import Theme
from practices.taxonomy.texts import LIST_TEXTS


@require_safe
@with_term
def term(request, term):
    above = [(term.parent.name, term.parent.get_absolute_url())] if term.parent else []
    context = {
        "term": term,
        "breadcrumbs": [(LIST_TEXTS[term.kind].title, term.list_url), *above],
        "search_url": search_address(term),
        "children": Theme.objects.active().filter(parent=term).with_usage() if term.is_group else [],
        "empty_text": gettext("No practice has this word yet."),
        **listing_of(PracticePage.objects.live().public().about(term), request.GET.get("pagina"), leave_out=term),
    }
    return render(request, "practices/term.html", context)


@require_safe
def province(request, slug):
    if slug not in Province.values:
        raise Http404
    municipalities = Municipality.objects.current().real().in_province(slug)
    context = {
        "province": Province(slug),
        "breadcrumbs": [municipalities_crumb()],
        "municipalities": with_practice_count(municipalities),
        "empty_text": gettext("No municipality in this province has shared a practice yet."),
        **listing_of(PracticePage.objects.live().public().in_province(slug), request.GET.get("pagina")),
    }
    return render(request, "practices/province.html", context)


@require_safe
def indicator_figures(request, pk, number):
    """The figures of one indicator of a practice as CSV."""
    practice = get_object_or_404(PracticePage.objects.live().public(), pk=pk)
    if number >= len(practice.indicators):
        raise Http404
    response = HttpResponse(indicator_csv(practice.indicators[number].value), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{practice.slug}-{number + 1}.csv"'
    return response
