from practices.finding.visits import is_by_a_person, text_before
from search.wording.log import note_click


class ClicksMiddleware:
    """Counts that somebody went from the results for a text to an answer, without a script or a link of its own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_answer(request.resolver_match, response) and is_by_a_person(request):
            note_click(text_before(request) or "")
        return response


def is_answer(match, response):
    """Whether this is the page of a practice, a municipality or a term; not home, a list or what frames the site."""
    if match is None or response.status_code != 200:
        return False
    is_page_in_tree = match.view_name == "wagtail_serve" and match.args[0].count("/") > 1
    return is_page_in_tree or match.view_name == "library:term"
