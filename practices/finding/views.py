from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from practices.finding.address import SearchAddress
from practices.finding.forms import MAX_TEXT_LENGTH, SORTS, SearchForm
from practices.finding.places import place_in
from practices.finding.presentation import chips, shown_facets
from practices.finding.results import found_practices
from practices.library.models import PracticePage
from practices.taxonomy.addresses import list_address
from practices.taxonomy.choices import TermKind
from search.engines import get_engine
from search.results import SearchResults

MAX_SUGGESTIONS = 8
LABELS = {PracticePage.SEARCH_KIND: _("practice")}


@require_safe
def search(request):
    """The search and browse page; with HTMX only its results."""
    form = SearchForm(request.GET)
    form.is_valid()
    query = form.query()
    place = place_in(query.text)
    results = get_engine().search(query)
    if place and results.correction:  # a name is no typing mistake
        results = SearchResults()
    address = SearchAddress(query.text, query.facets, form.cleaned_data["sorteer"])
    if query.page > results.page:
        form.notices.append(
            gettext("There are only %(pages)d pages. You see page %(pages)d.") % {"pages": results.pages}
        )
    response = render(
        request,
        "practices/search_results.html" if request.htmx else "practices/search.html",
        {
            "form": form,
            "query": query,
            "place": place,
            "results": results,
            "found": found_practices(results.hits),
            "facets": shown_facets(form.labels, query.facets, results.facets),
            "chips": chips(form.labels, query.facets, address),
            "sorts": [(name, label) for name, label, _sort in SORTS],
            "address": address,
            "pages": page_links(results, address),
            "clear_url": str(address.without_facets()),
            "empty": nothing_found(query, address),
            "correction_url": str(address.with_text(results.correction)) if results.correction else "",
        },
    )
    return push_url(response, address.on_page(results.page)) if request.htmx else response


def nothing_found(query, address):
    """What the page says, and where one can go on, when there are no results."""
    links = [(gettext("All practices"), reverse("finding:search")), (gettext("Themes"), list_address(TermKind.THEME))]
    if query.chosen:
        links.insert(0, (gettext("Search again without filters"), str(address.without_facets())))
    text = gettext("Try fewer words, or a more general word.") if query.text else gettext("Choose fewer filters.")
    return {"title": gettext("Nothing found"), "text": text, "links": links}


def page_links(results, address):
    """Pairs of (number, url) around the current page, with the first and the last; None marks a gap."""
    near = {1, results.pages, *range(results.page - 2, results.page + 3)}
    numbers = sorted(number for number in near if 1 <= number <= results.pages)
    links = []
    for number in numbers:
        if links and links[-1] and number > links[-1][0] + 1:
            links.append(None)
        links.append((number, address.on_page(number)))
    return links


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
