"""Who goes from the results for a text to an answer is counted with that text, and nothing else is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from search.wording.models import AskedText
from tests.practices.practice_factories import municipality_page, published_practice

pytestmark = pytest.mark.django_db
PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"
RESULTS = "http://testserver/praktijken/?q=Voetbal&thema=sport&pagina=2"


@pytest.fixture
def practice(saved):
    with saved():
        return published_practice(municipality_page("Tilburg"), title="Voetbal", themes=[])


def go(client, url, referer=RESULTS, agent=PERSON, **headers):
    return client.get(url, headers={"user-agent": agent, "referer": referer, **headers})


def clicked():
    today = AskedText.objects.filter(day=timezone.localdate(), asked=0, empty=0)
    return dict(today.values_list("text", "clicked"))


def test_going_to_an_answer_counts(client, practice):
    theme = practice.themes.get()

    for url in (practice.url, practice.get_parent().url, theme.get_absolute_url()):
        assert go(client, url).status_code == 200

    assert clicked() == {"voetbal": 3}


@pytest.mark.parametrize(
    "referer",
    [
        "",
        "http://testserver/praktijken/",
        "http://testserver/praktijken/?thema=sport",
        "http://testserver/?q=voetbal",
        "https://elders.example/praktijken/?q=voetbal",
        "http://[voetbal/praktijken/?q=voetbal",
        "http://testserver/praktijken/?q=noor@gemeente.example",
        "http://testserver/praktijken/?q=%00%ff",
    ],
)
def test_coming_from_elsewhere_does_not_count(client, practice, referer):
    assert go(client, practice.url, referer=referer).status_code == 200

    assert clicked() == {}


@pytest.mark.parametrize(
    "url", ["/", "/gemeenten/", "/themas/", "/praktijken/?q=muziek", "/stijlgids/", "/bestaat/niet/"]
)
def test_frame_of_the_site_is_no_answer(client, practice, url):
    go(client, url)

    assert clicked() == {}


@pytest.mark.parametrize(
    "headers",
    [
        {"agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"agent": "curl/8.5.0"},
        {"agent": ""},
        {"sec-purpose": "prefetch;prerender"},
        {"purpose": "prefetch"},
    ],
)
def test_machines_and_fetching_ahead_do_not_count(client, practice, headers):
    assert go(client, practice.url, **headers).status_code == 200

    assert clicked() == {}


def test_other_methods_do_not_count(client, practice):
    client.head(practice.url, headers={"user-agent": PERSON, "referer": RESULTS})
    client.post(practice.url, headers={"user-agent": PERSON, "referer": RESULTS})

    assert clicked() == {}


def test_browsers_tell_our_own_pages_where_somebody_came_from(client, practice):
    assert client.get(RESULTS).headers["Referrer-Policy"] == "same-origin"


def test_page_costs_one_query_more_for_who_comes_from_a_question(client, practice, django_assert_num_queries):
    go(client, practice.url, referer="")
    with CaptureQueriesContext(connection) as uncounted:
        go(client, practice.url, referer="")

    with django_assert_num_queries(len(uncounted) + 1):
        go(client, practice.url)
