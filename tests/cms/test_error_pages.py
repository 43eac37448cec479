import pytest
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.test import Client
from django.urls import path

from cms.urls import urlpatterns as site_urlpatterns
from tests.networks.factories import PersonFactory


def refuse(request):
    raise PermissionDenied


def break_down(request):
    raise RuntimeError("something of ours is broken")


urlpatterns = [path("geheim/", refuse), path("kapot/", break_down), *site_urlpatterns]

with_refusals = pytest.mark.urls(__name__)


def test_unknown_address_offers_search_and_ways_on(db, client):
    response = client.get("/bestaat-niet/")
    page = response.content.decode().split("<main")[1].split("</main>")[0]

    assert response.status_code == 404
    assert "<h1>Deze pagina vinden wij niet</h1>" in page
    assert 'role="search" action="/praktijken/"' in page
    assert page.count('<li><a href="/themas/">') == 1


@with_refusals
def test_visitor_who_may_not_is_asked_to_sign_in(db, client):
    response = client.get("/geheim/")

    assert response.status_code == 403
    assert "U bent niet ingelogd. Log in en probeer het opnieuw." in response.content.decode()


@with_refusals
def test_person_who_may_not_is_told_whom_to_ask(db, client):
    client.force_login(PersonFactory())

    page = client.get("/geheim/").content.decode()

    assert "uw account heeft geen recht om dit te doen" in page
    assert "U bent niet ingelogd." not in page


def test_form_without_its_token_says_what_to_do(db):
    strict = Client(enforce_csrf_checks=True)

    response = strict.post("/taal/setlang/", {"language": "en"})

    assert response.status_code == 403
    assert "<h1>Dit formulier is te oud</h1>" in response.content.decode()


@with_refusals
def test_error_of_ours_is_answered_without_the_database(client):
    client.raise_request_exception = False

    response = client.get("/kapot/")

    assert response.status_code == 500
    assert "<h1>Er ging bij ons iets mis</h1>" in response.content.decode()


def test_error_page_needs_no_request_at_all():
    assert "U deed niets fout." in render_to_string("500.html")


def test_unknown_address_costs_few_queries(db, client, django_assert_num_queries):
    client.get("/bestaat-niet/")

    with django_assert_num_queries(2):  # the page in the tree, and the redirect from an old address
        client.get("/bestaat-niet/")
