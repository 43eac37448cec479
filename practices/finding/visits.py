"""Tells people from machines, and a new question from a look further at the same one: only the first are counted."""

import re
from urllib.parse import parse_qs, urlsplit

from django.urls import reverse

from search.wording.log import note_asked
from search.wording.privacy import keepable

MACHINE = re.compile(
    r"bot|crawl|spider|slurp|preview|monitor|scan|fetch|headless|archive|feed|curl|wget|python|java/|go-http",
    re.IGNORECASE,
)
TEXT, PAGE = "q", "pagina"


def note_question(request, page):
    """Counts what a person asked just now; the results are those of any visitor."""
    if page.query.text and is_by_a_person(request) and is_new_question(request):
        note_asked(page.query.text, page.results.total or page.has_answers)


def is_by_a_person(request):
    """Whether a person asked for this page now: not a machine, nor a browser that fetches ahead."""
    agent = request.headers.get("User-Agent", "")
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return request.method == "GET" and bool(agent) and not MACHINE.search(agent) and "prefetch" not in purpose


def is_new_question(request):
    """Whether the text was typed just now; choosing a filter, a tab, an order or a page is no new question."""
    before = text_before(request)
    if before is None:
        return set(request.GET) <= {TEXT}
    return PAGE not in request.GET and keepable(before) != keepable(request.GET.get(TEXT, ""))


def text_before(request):
    """The text of the search page that this request comes from; None when it comes from elsewhere."""
    try:
        parts = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return None
    if parts.netloc != request.get_host() or parts.path != reverse("finding:search"):
        return None
    return parse_qs(parts.query).get(TEXT, [""])[0]
