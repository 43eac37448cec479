from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from practices.finding.address import SearchAddress
from practices.finding.forms import MAX_TEXT_LENGTH, SearchForm
from practices.finding.presentation import ResultsPage
from practices.library.models import PracticePage
from search.engines import get_engine

MAX_SUGGESTIONS = 8
LABELS = {PracticePage.SEARCH_KIND: _("practice")}


@require_safe
def search(request):
    """The search and browse page; with HTMX only its results."""
    form = SearchForm(request.GET)
    page = ResultsPage(form, get_engine().search(form.query()))
    template = "practices/search_results.html" if request.htmx else "practices/search.html"
    response = render(request, template, {"page": page})
    return push_url(response, page.url) if request.htmx else response


@require_safe
def suggest(request):
    """Suggestions while typing, as JSON: {"suggestions": [{"text", "url", "kind", "label"}]}."""
    text = request.GET.get("q", "")[:MAX_TEXT_LENGTH].strip()
    found = get_engine().suggest(text, audiences=("public",), limit=MAX_SUGGESTIONS) if text else []
    return JsonResponse(
        {
            "suggestions": [
                {
                    "text": item.text,
                    "kind": item.kind,
                    "url": item.url or str(SearchAddress(item.text)),
                    "label": LABELS.get(item.kind, ""),
                }
                for item in found
            ]
        }
    )
