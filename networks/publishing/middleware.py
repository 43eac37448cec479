from django.http import Http404

from networks.publishing.visibility import choosable_pages, explorable_pages, holds_all, own_pages

PAGE_ARGUMENTS = {"page_id", "pk", "page_to_move_id", "parent_page_id", "destination_id"}
CHOOSERS = {"wagtailadmin_choose_page_child", "wagtailadmin_choose_page_chosen_multiple"}


class OwnPagesMiddleware:
    """Lets a screen of the admin about a page that the person may not see not exist for that person."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        if request.user.is_authenticated and not may_see(request, match, match.namespace, match.url_name):
            raise Http404


def may_see(request, match, namespace, name):
    ids = {value for key, value in match.kwargs.items() if key in PAGE_ARGUMENTS}
    if namespace == "wagtailadmin_pages":
        return holds_all(explorable_pages(request.user), ids)
    if name in CHOOSERS:
        return holds_all(choosable_pages(request.user), ids | set(request.GET.getlist("id")))
    if name == "wagtail_bulk_action" and match.kwargs["model_name"] == "page":
        return may_take_in_bulk(request)
    return True


def may_take_in_bulk(request):
    """The chosen pages are the person's own; "all" are those below a page that is the person's own."""
    ids = set(request.GET.getlist("id"))
    if "all" in ids:
        ids = {request.GET.get("childOf", "")}
    return request.user.is_superuser or holds_all(own_pages(request.user), ids)
