import re

from allauth.account.models import EmailAddress
from django.urls import reverse

from tests.networks.factories import PASSWORD, PersonFactory

ASK = "/account/password/reset/"
NEW_PASSWORD = "vier groene stoelen hier"


def link_in(mail):
    return re.search(r"https?://\S+(/account/\S+)", mail.body).group(1)


def choose_password(client, link, password=NEW_PASSWORD):
    form = client.get(link, follow=True)
    return client.post(form.request["PATH_INFO"], {"password1": password, "password2": password})


def test_forgotten_password_is_replaced_by_a_link_in_a_mail(client, member, saved, mailoutbox):
    with saved():
        client.post(ASK, {"email": "Noor@gemeente.example"})
    with saved():
        choose_password(client, link_in(mailoutbox[0]))

    member.refresh_from_db()
    assert member.check_password(NEW_PASSWORD)
    assert client.session["_auth_user_id"] == str(member.pk)
    assert [mail.subject for mail in mailoutbox] == ["Kies een nieuw wachtwoord", "Uw wachtwoord is gewijzigd"]
    assert mailoutbox[0].to == ["noor@gemeente.example"]
    assert mailoutbox[0].body == (
        "Dag Noor Bakker,\n\n"
        "U vroeg om een nieuw wachtwoord. Gebruik de link hieronder. Die werkt één keer, en drie dagen lang.\n\n"
        "Vroeg u dit niet? Dan hoeft u niets te doen. Uw wachtwoord blijft hetzelfde.\n\n"
        f"Kies een nieuw wachtwoord:\nhttp://testserver{link_in(mailoutbox[0])}\n\n"
        "--\nWaarom krijgt u dit? Iemand vulde noor@gemeente.example in op de pagina voor een vergeten wachtwoord.\n"
        "Leerkring: http://localhost:8000\n"
    )


def test_link_works_once(client, member, saved, mailoutbox):
    with saved():
        client.post(ASK, {"email": member.email})
    link = link_in(mailoutbox[0])
    choose_password(client, link)
    client.post("/account/logout/")

    page = client.get(link, follow=True).content.decode()

    assert "<h1>Deze link werkt niet meer</h1>" in page


def test_unknown_address_gets_the_same_page_and_a_mail_that_explains(client, member, saved, mailoutbox):
    with saved():
        known = client.post(ASK, {"email": member.email})
        unknown = client.post(ASK, {"email": "nora@gemeente.example"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url) == (302, f"{ASK}done/")
    assert [mail.subject for mail in mailoutbox] == [
        "Kies een nieuw wachtwoord",
        "Er is geen account met dit e-mailadres",
    ]
    assert "http://localhost:8000/account/signup/" in mailoutbox[1].body


def test_short_password_is_refused(client, member, saved, mailoutbox):
    with saved():
        client.post(ASK, {"email": member.email})

    response = choose_password(client, link_in(mailoutbox[0]), "kort")

    member.refresh_from_db()
    assert member.check_password(PASSWORD)
    assert 'aria-invalid="true"' in response.content.decode()


def test_person_changes_own_password_and_hears_of_it(as_user, member, saved, mailoutbox):
    browser = as_user(member)
    form = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}

    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    with saved():
        browser.post("/account/password/change/", form)

    member.refresh_from_db()
    assert member.check_password(NEW_PASSWORD)
    assert [mail.subject for mail in mailoutbox] == ["Uw wachtwoord is gewijzigd"]
    assert "Was u het niet?" in mailoutbox[0].body


def test_new_address_counts_after_its_link_is_used(as_user, member, saved, mailoutbox):
    browser = as_user(member)
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    with saved():
        browser.post("/account/email/", {"email": "noor@provincie.example", "action_add": ""})

    assert mailoutbox[0].to == ["noor@provincie.example"]
    assert "Wij stuurden een link naar noor@provincie.example" in browser.get("/account/email/").content.decode()
    member.refresh_from_db()
    assert member.email == "noor@gemeente.example"

    with saved():
        browser.post(link_in(mailoutbox[0]))

    member.refresh_from_db()
    assert member.email == "noor@provincie.example"
    assert [address.email for address in EmailAddress.objects.filter(user=member)] == ["noor@provincie.example"]
    assert {mail.subject for mail in mailoutbox[1:]} >= {"Uw e-mailadres is gewijzigd"}


def test_address_of_somebody_else_is_not_told_to_exist_and_can_not_be_taken(as_user, member, saved, mailoutbox):
    PersonFactory(email="coen@netwerk.example")
    browser = as_user(member)
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    with saved():
        response = browser.post("/account/email/", {"email": "coen@netwerk.example", "action_add": ""})

    browser.post(link_in(mailoutbox[0]))

    member.refresh_from_db()
    assert (response.status_code, response.url) == (302, "/account/email/")
    assert [mail.to for mail in mailoutbox] == [["coen@netwerk.example"]]
    assert member.email == "noor@gemeente.example"
