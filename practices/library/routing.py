"""From an address to its page in one query, where Wagtail asks two for each step down the tree."""

from django.apps import apps
from django.http import Http404


def route_below(page, request, path_components, models):
    """The RouteResult of a page some steps below; `models` are those of the first step, the second and so on.

    Whether a reader may see the page is up to the page itself, as always in Wagtail.
    """
    if len(path_components) > len(models):
        raise Http404
    model = apps.get_model("library", models[len(path_components) - 1])
    path = f"{page.url_path}{'/'.join(path_components)}/"
    found = model.objects.filter(slug=path_components[-1], url_path=path).for_reading().first()
    if found is None:
        raise Http404
    return found.route(request, [])
