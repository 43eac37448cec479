from dataclasses import replace

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from django.views.decorators.vary import vary_on_cookie
from django_htmx.http import push_url

from practices.finding.feeds import SteadyFeed, atom_feed
from practices.finding.forms import MAX_TEXT_LENGTH, SearchForm
from practices.finding.plain_answers import plain_answer
from practices.finding.presentation import ResultsPage
from practices.finding.suggestions import suggestions
from practices.finding.visits import note_question
from search.engines import get_engine
from search.query import Sort


@require_safe
def search(request):
    """The search and browse page; with HTMX only its results."""
    form = SearchForm(request.GET)
    page = ResultsPage(form, get_engine().search(form.query()))
    note_question(request, page)
    template = "practices/search_results.html" if request.htmx else "practices/search.html"
    response = render(request, template, {"page": page})
    return push_url(response, page.url) if request.htmx else response


def for_programs(view):
    """Says when nothing changed since the last time. Caches ask each time, so that what is hidden is gone at once."""
    return require_safe(conditional_page(cache_control(no_cache=True)(vary_on_cookie(view))))


@for_programs
def atom(request):
    """The newest results of any search as a feed."""
    form = SearchForm(request.GET)
    if not form.kind.is_dated:
        raise Http404
    query = replace(form.query(), sort=Sort.NEWEST, page=1, facet_names=())
    page = ResultsPage(form, get_engine().search(query))
    return HttpResponse(atom_feed(page, request.build_absolute_uri), content_type=SteadyFeed.content_type)


@for_programs
def json(request):
    """Any search for programs; the same parameters as the page."""
    form = SearchForm(request.GET)
    page = ResultsPage(form, get_engine().search(form.query()))
    return JsonResponse(plain_answer(page, request.build_absolute_uri))


@require_safe
def suggest(request):
    """Suggestions while typing, as JSON: {"suggestions": [{"text", "url", "kind", "label"}]}."""
    text = request.GET.get("q", "")[:MAX_TEXT_LENGTH].strip()
    return JsonResponse({"suggestions": suggestions(text) if text else []})
