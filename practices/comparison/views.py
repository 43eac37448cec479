import csv
from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from practices.comparison.forms import MOST, ComparisonForm
from practices.comparison.rows import comparison
from practices.csv_cells import safe_cell
from practices.library.models import PracticePage
from practices.library.related import similar_practices

FEWEST = 2
PARAMETERS = {"p", "verschillen", "formaat"}


def comparison_url(practices, **extra):
    return f"{reverse('comparison:compare')}?{urlencode([*(('p', page.pk) for page in practices), *extra.items()])}"


@require_safe
def compare(request):
    """Two to four practices in one table; with too few, how to choose them."""
    form = ComparisonForm(request.GET)
    breadcrumbs = [(gettext("Practices"), reverse("finding:search"))]
    form.is_valid()
    practices, only_differences = form.cleaned_data["practices"], form.cleaned_data["only_differences"]
    if set(request.GET) - PARAMETERS:  # chosen on the search page: keep what matters, so that it can be shared
        return redirect(comparison_url(practices))
    if len(practices) < FEWEST:
        others = similar_practices(practices[0], count=6) if practices else []
        context = {"form": form, "breadcrumbs": breadcrumbs, "practices": practices, "others": others}
        return render(request, "practices/compare_empty.html", context)
    groups = comparison(practices, only_differences=only_differences)
    if request.GET.get("formaat") == "csv":
        return as_csv(practices, groups)
    context = {
        "form": form,
        "breadcrumbs": breadcrumbs,
        "practices": practices,
        "columns": columns_of(practices),
        "groups": groups,
        "only_differences": only_differences,
        "csv_url": comparison_url(practices, formaat="csv"),
        "may_add": len(practices) < MOST,
    }
    return render(request, "practices/compare.html", context)


class Column(NamedTuple):
    practice: PracticePage
    place: str
    url_without: str


def columns_of(practices):
    return [
        Column(
            practice,
            practice.municipality.name if practice.municipality else gettext("Municipality not named"),
            comparison_url([other for other in practices if other != practice]),
        )
        for practice in practices
    ]


def as_csv(practices, groups):
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="vergelijking.csv"'
    response.write("\ufeff")  # spreadsheets take UTF-8 for an old Windows code page without it
    writer = csv.writer(response, delimiter=";")
    writer.writerow([gettext("Part"), *(safe_cell(practice.title) for practice in practices)])
    for group in groups:
        for row in group.rows:
            writer.writerow([row.label, *map(safe_cell, row.values)])
    return response
