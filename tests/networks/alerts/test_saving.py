"""Saving a search: at once with an account, and without one only after a button that came by e-mail."""

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache

from networks.alerts.actions import tend_alerts
from networks.alerts.models import SavedSearch
from tests.networks.alerts.factories import AddressSearchFactory, SavedSearchFactory
from tests.networks.factories import PersonFactory
from tests.practices.term_factories import ThemeFactory

NEW = "/zoekopdrachten/nieuw/"
ASKED = "/zoekopdrachten/kijk-in-uw-mail/"
FORM = {"email": "lezer@gemeente.example", "frequency": "weekly"}


@pytest.fixture
def ask(client, saved):
    """Fills in the form as a visitor; gives what the visitor gets."""

    def ask(question="?q=voetbal", **fields):
        with saved():
            return client.post(NEW + question, {**FORM, **fields})

    return ask


def seen(response):
    """All that somebody can see of an answer."""
    return response.status_code, response.headers.get("Location"), response.content


def test_form_says_in_words_what_is_saved(client):
    theme = ThemeFactory(name="Sport")

    page = client.get(f"{NEW}?q=voetbal&thema={theme.slug}&fase=borgen&pagina=3&sorteer=nieuwste&thema=onzin&x=y")

    text, *filters = page.context["question"].name.split(" · ")
    assert (text[1:-1], filters) == ("voetbal", ["Thema: Sport", "Fase: Borgen"])
    assert page.context["question"].querystring == f"q=voetbal&thema={theme.slug}&fase=borgen"


@pytest.mark.parametrize("question", ["", "?thema=a&fase=b", "?q=" + "x" * 3000, "?q=%00%ff<b>&q=2"])
def test_form_opens_for_any_address(client, question):
    assert client.get(NEW + question).status_code == 200


def test_search_that_is_too_long_to_save_is_refused(client):
    themes = [ThemeFactory(name=f"{number} {'lang' * 15}") for number in range(40)]

    response = client.get(NEW + "?" + "&".join(f"thema={theme.slug}" for theme in themes))

    assert response.headers["Location"] == "/praktijken/"


def test_visitor_confirms_with_a_button_that_came_by_mail(client, ask, mailoutbox):
    response = ask()

    search = SavedSearch.objects.get()
    (mail,) = mailoutbox
    assert response.headers["Location"] == ASKED
    assert mail.to == ["lezer@gemeente.example"]
    assert "Druk daarna op de knop op de pagina." in mail.body
    assert f"http://localhost:8000/zoekopdrachten/{search.token}/" in mail.body.splitlines()
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    for path in ("", "bevestigen/", "wijzigen/", "stoppen/", "terug/"):
        client.get(f"/zoekopdrachten/{search.token}/{path}")  # as a mail scanner does
    search.refresh_from_db()
    assert (search.is_waiting, search.frequency) == (True, "weekly")

    confirmed = client.post(f"/zoekopdrachten/{search.token}/bevestigen/", follow=True)

    search.refresh_from_db()
    assert search.is_active
    assert [message.level_tag for message in confirmed.context["messages"]] == ["success"]


def test_address_is_the_same_in_capitals(ask):
    ask(email="Lezer@Gemeente.Example")

    assert SavedSearch.objects.get().email == "lezer@gemeente.example"


@pytest.mark.parametrize("fields", [{"email": ""}, {"email": "lezer"}, {"frequency": ""}, {"frequency": "hourly"}])
def test_form_that_is_not_right_saves_nothing(ask, fields, mailoutbox):
    page = ask(**fields)

    (errors,) = page.context["form"].errors.values()
    assert len(errors) == 1
    assert (SavedSearch.objects.count(), mailoutbox) == (0, [])


def test_same_search_twice_is_one(ask, client):
    ask("?q=voetbal&fase=borgen&fase=verkennen")
    ask("?fase=verkennen&fase=borgen&pagina=2&q=voetbal", frequency="daily")

    assert SavedSearch.objects.get().frequency == "daily"


def test_visitor_can_not_tell_which_addresses_are_known(ask, mailoutbox):
    AddressSearchFactory(email="bekend@gemeente.example")
    SavedSearchFactory(user=PersonFactory(email="account@gemeente.example"))
    PersonFactory(email="weg@gemeente.example", is_active=False)
    known = ["bekend", "account", "weg"]

    answers = {seen(ask(email=f"{name}@gemeente.example")) for name in [*known, "nieuw"]}

    assert len(answers) == 1
    assert [mail.to for mail in mailoutbox] == [[f"{name}@gemeente.example"] for name in ["bekend", "account", "nieuw"]]


def test_somebody_else_changes_nothing_about_a_search_that_is_active(ask, mailoutbox):
    search = AddressSearchFactory(email=FORM["email"], frequency="daily")

    ask(frequency="at-once")

    search.refresh_from_db()
    assert (search.is_active, search.frequency, SavedSearch.objects.count()) == (True, "daily", 1)
    assert len(mailoutbox) == 1


def test_address_of_an_account_gives_a_search_of_that_account(ask, member):
    ask(email=member.email)

    search = SavedSearch.objects.get()
    assert (search.user, search.email, search.is_waiting) == (member, "", True)


def test_stopped_search_is_asked_again_from_now_on(ask, at):
    search = AddressSearchFactory(email=FORM["email"], stopped_at="2026-11-16T12:30+01:00")
    at("2026-11-17 09:00")

    ask()

    search.refresh_from_db()
    assert (search.is_waiting, f"{search.since:%d %H:%M}") == (True, "17 08:00")


def test_nobody_is_mailed_more_than_five_times_a_day(ask, at, mailoutbox):
    answers = {seen(ask(f"?q=woord{number}")) for number in range(7)}
    answers |= {seen(ask("?q=woord1"))}

    assert (len(answers), len(mailoutbox)) == (1, 5)
    at("2026-11-17 12:01")
    ask("?q=woord1")
    assert len(mailoutbox) == 6


def test_no_more_than_five_searches_of_an_address_wait(ask, mailoutbox):
    for number in range(7):
        ask(f"?q=woord{number}")
        cache.clear()

    assert (SavedSearch.objects.count(), len(mailoutbox)) == (5, 5)


def test_who_asks_too_often_is_told_so(ask, at):
    answers = [ask(email=f"lezer{number}@gemeente.example").status_code for number in range(21)]

    assert answers == [302] * 20 + [429]
    assert SavedSearch.objects.count() == 20
    at("2026-11-16 13:01")
    assert ask(email="nog@gemeente.example").status_code == 302


def test_search_that_nobody_confirms_is_forgotten_after_a_week(ask, at):
    ask()
    at("2026-11-23 11:59")
    tend_alerts()
    assert SavedSearch.objects.count() == 1

    at("2026-11-23 12:01")
    tend_alerts()
    assert SavedSearch.objects.count() == 0


def test_with_an_account_it_is_saved_at_once(as_user, member, mailoutbox):
    response = as_user(member).post(f"{NEW}?q=voetbal", {"frequency": "daily"})

    search = SavedSearch.objects.get()
    assert response.headers["Location"] == "/zoekopdrachten/"
    assert (search.user, search.is_active, f"{search.due_at:%d %H:%M}") == (member, True, "17 06:00")
    assert mailoutbox == []


def test_with_an_account_saving_again_starts_it_again_and_takes_over_what_was_asked_without(as_user, member):
    old = SavedSearchFactory(user=member, stopped_at="2026-11-16T12:00+01:00", since="2026-01-01T12:00+01:00")
    SavedSearchFactory(user=None, email=member.email)

    as_user(member).post(f"{NEW}?q=voetbal", {"frequency": "daily"})

    search = SavedSearch.objects.get()
    assert (search, search.is_active, f"{search.since:%d %H:%M}") == (old, True, "16 11:00")


def test_with_an_account_there_is_room_for_fifty(as_user, member):
    for number in range(50):
        SavedSearchFactory(user=member, question=f"q={number}")
    browser = as_user(member)

    page = browser.post(f"{NEW}?q=voetbal", {"frequency": "daily"})
    assert len(page.context["form"].non_field_errors()) == 1
    again = browser.post(f"{NEW}?q=3", {"frequency": "daily"})

    assert (again.status_code, SavedSearch.objects.count()) == (302, 50)


def test_list_shows_the_own_searches_only(as_user, member, client):
    mine = SavedSearchFactory(user=member, name="van mij")
    asked_before = AddressSearchFactory(email=member.email, question="q=eerder")
    SavedSearchFactory(user=member, question="q=gestopt", stopped_at="2026-11-16T12:00+01:00")
    SavedSearchFactory(name="geheimwoord")
    EmailAddress.objects.filter(user=member).update(verified=True)

    page = as_user(member).get("/zoekopdrachten/")

    assert set(page.context["searches"]) == {mine, asked_before}
    assert "geheimwoord" not in page.content.decode()
    assert client.get("/zoekopdrachten/").headers["Location"] == "/account/login/?next=/zoekopdrachten/"


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_for_one_and_for_three(as_user, member, count, django_assert_num_queries):
    for number in range(count):
        SavedSearchFactory(user=member, question=f"q={number}")
    browser = as_user(member)

    with django_assert_num_queries(5):
        browser.get("/zoekopdrachten/")


def test_forms_take_few_queries(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get(f"{NEW}?q=voetbal")
    with django_assert_num_queries(0):
        client.get(ASKED)


def test_results_invite_to_save_their_question(client):
    page = client.get("/praktijken/?q=voet%26bal&fase=borgen").content.decode()

    assert f'href="{NEW}?q=voet%26bal&amp;fase=borgen"' in page


@pytest.mark.parametrize(("method", "path"), [("put", NEW), ("post", ASKED), ("post", "/zoekopdrachten/")])
def test_other_methods_are_refused(as_user, member, method, path):
    assert getattr(as_user(member), method)(path).status_code == 405
