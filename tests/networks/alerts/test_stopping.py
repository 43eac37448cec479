"""One click to stop, from a mail program as well; only a button changes anything."""

import pytest
from django.test import Client

from networks.alerts.actions import tend_alerts
from networks.alerts.models import SavedSearch
from practices.taxonomy.merging import merge_terms
from practices.taxonomy.models import Term
from tests.networks.alerts.factories import AddressSearchFactory, SavedSearchFactory
from tests.practices.practice_factories import publish as publish_version
from tests.practices.term_factories import ThemeFactory


@pytest.fixture
def search(db):
    return AddressSearchFactory()


@pytest.fixture
def visitor(db):
    """One that looks for the token in forms, as real ones meet it."""
    return Client(enforce_csrf_checks=True)


def address(search, path=""):
    return f"/zoekopdrachten/{search.token}/{path}"


def test_mail_program_stops_it_in_one_click(visitor, search):
    response = visitor.post(address(search, "stoppen/"), {"List-Unsubscribe": "One-Click"})

    search.refresh_from_db()
    assert (response.status_code, search.is_active) == (200, False)


def test_link_leads_to_a_page_with_one_button(client, search):
    page = client.get(address(search, "stoppen/"))

    main = page.content.decode().split("<main")[1].split("</main>")[0]
    assert (page.status_code, main.count("<button")) == (200, 1)
    search.refresh_from_db()
    assert search.is_active


def test_stopping_can_be_undone(client, search, at, publish, round_of_worker):
    stopped = client.post(address(search, "stoppen/"), follow=True)
    at("2026-11-16 12:05")
    publish("Voetbal voor iedereen")
    assert (stopped.redirect_chain, round_of_worker()) == ([(address(search), 302)], [])
    assert f'action="{address(search, "terug/")}"' in stopped.content.decode()

    page = client.post(address(search, "terug/"), follow=True)

    assert [message.level_tag for message in page.context["messages"]] == ["success"]
    assert round_of_worker() == [["Voetbal voor iedereen"]]


def test_stopping_twice_is_stopping_once(client, search, at):
    client.post(address(search, "stoppen/"))
    at("2026-11-16 14:00")
    client.post(address(search, "stoppen/"))

    search.refresh_from_db()
    assert f"{search.stopped_at:%H:%M}" == "11:00"


def test_stopped_search_is_forgotten_after_a_month(client, search, at):
    client.post(address(search, "stoppen/"))
    at("2026-12-16 11:59")
    tend_alerts()
    assert SavedSearch.objects.count() == 1

    at("2026-12-16 12:01")
    tend_alerts()
    assert SavedSearch.objects.count() == 0


def test_frequency_is_changed(client, search):
    client.post(address(search, "wijzigen/"), {"frequency": "daily"})

    search.refresh_from_db()
    assert (search.frequency, f"{search.due_at:%d %H:%M}") == ("daily", "17 06:00")


def test_frequency_that_does_not_exist_changes_nothing(client, search):
    client.post(address(search, "wijzigen/"), {"frequency": "hourly"})

    search.refresh_from_db()
    assert search.frequency == "at-once"


def test_stopped_search_is_not_confirmed_by_an_old_link(client, search):
    client.post(address(search, "stoppen/"))

    client.post(address(search, "bevestigen/"))

    search.refresh_from_db()
    assert not search.is_active


@pytest.mark.parametrize("path", ["bevestigen/", "wijzigen/", "terug/"])
def test_only_stopping_works_without_the_token_of_a_form(visitor, search, path):
    assert visitor.post(address(search, path)).status_code == 403


@pytest.mark.parametrize("path", ["", "bevestigen/", "wijzigen/", "stoppen/", "terug/"])
@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_nobody_guesses_a_search(client, path, method):
    search = SavedSearchFactory()

    responses = [getattr(client, method)(f"/zoekopdrachten/{guess}/{path}") for guess in (search.pk, "x" * 43)]

    assert {response.status_code for response in responses} <= {404, 405}


def test_page_says_neither_whose_it_is_nor_to_whom_it_goes(client, member):
    search = SavedSearchFactory(user=member)

    page = client.get(address(search))

    assert (member.email in page.content.decode(), member.last_name in page.content.decode()) == (False, False)
    assert page.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")


@pytest.mark.parametrize("path", ["", "stoppen/"])
def test_pages_take_one_query(client, search, path, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get(address(search, path))


def test_merged_word_is_followed(at, publish, round_of_worker):
    old, new = ThemeFactory(name="Voetballen"), ThemeFactory(name="Sport")
    AddressSearchFactory(question=f"thema={old.slug}")
    merge_terms(source=old, target=new)
    at("2026-11-16 12:05")
    publish("Korfbal", themes=[new])
    publish("Stages")

    assert round_of_worker() == [["Korfbal"]]


def test_search_whose_filter_is_gone_is_stopped_and_its_owner_told_once(at, publish, round_of_worker):
    """Without the filter it would find everything."""
    search = AddressSearchFactory(question="thema=weg&q=korfbal", language="nl")
    at("2026-11-16 12:05")
    practice = publish("Korfbal")

    told = [len(round_of_worker()), len(round_of_worker())]

    search.refresh_from_db()
    assert (told, search.is_active, search.told.count()) == ([1, 0], False, 0)
    publish_version(practice)
    assert round_of_worker() == []


def test_word_that_disappears_from_one_filter_stops_it_too(at, round_of_worker, mailoutbox):
    kept, gone = ThemeFactory(), ThemeFactory()
    AddressSearchFactory(question=f"thema={kept.slug}&thema={gone.slug}")
    Term.objects.filter(pk=gone.pk).delete()

    assert round_of_worker() == [[]]
    assert "/praktijken/?thema=" in mailoutbox[0].body
