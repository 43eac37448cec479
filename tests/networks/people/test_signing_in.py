import re

import pytest
from django.urls import reverse

from tests.networks.factories import PASSWORD

LOGIN = "/account/login/"


def signed_in_as(client):
    return client.session.get("_auth_user_id")


def without_secrets(response):
    return re.sub(r'value="\w{64}"', "", response.content.decode())


def test_person_signs_in_with_address_in_any_case_and_password(client, member):
    response = client.post(LOGIN, {"login": "NOOR@gemeente.example", "password": PASSWORD})

    assert response.status_code == 302
    assert response.url == "/"
    assert signed_in_as(client) == str(member.pk)


def test_person_comes_back_to_the_page_that_asked(client, member):
    response = client.post(LOGIN, {"login": member.email, "password": PASSWORD, "next": "/gemeenten/"})

    assert response.url == "/gemeenten/"


def test_nobody_is_sent_to_another_site(client, member):
    response = client.post(LOGIN, {"login": member.email, "password": PASSWORD, "next": "https://evil.example/"})

    assert response.url == "/"


def test_unknown_address_and_wrong_password_give_the_same_answer(client, member):
    unknown = client.post(LOGIN, {"login": "noor@gemeente.exampl", "password": "verkeerd wachtwoord"})
    wrong = client.post(LOGIN, {"login": "noor@gemeente.example", "password": "verkeerd wachtwoord"})

    assert "horen niet bij elkaar" in wrong.content.decode()
    assert without_secrets(unknown).replace("exampl&quot;", "") == without_secrets(unknown)
    assert without_secrets(wrong).replace(member.email, "noor@gemeente.exampl") == without_secrets(unknown)
    assert signed_in_as(client) is None


def test_error_is_in_the_title_beside_the_field_and_read_aloud(client, db):
    page = client.post(LOGIN, {"login": "noor", "password": ""}).content.decode()

    assert "<title>Fout: Inloggen · Leerkring</title>" in page
    assert page.count('aria-invalid="true"') == 2


def test_guessing_is_stopped_after_five_attempts(client, member):
    for _attempt in range(5):
        client.post(LOGIN, {"login": member.email, "password": "verkeerd wachtwoord"})

    response = client.post(LOGIN, {"login": member.email, "password": PASSWORD})

    assert "U probeerde het te vaak" in response.content.decode()
    assert signed_in_as(client) is None


def test_closed_account_does_not_get_in(client, member):
    member.is_active = False
    member.save()

    client.post(LOGIN, {"login": member.email, "password": PASSWORD})

    assert signed_in_as(client) is None


def test_account_is_had_by_asking(client, settings, db):
    settings.CONTACT_EMAIL = "vraag@leerkring.example"

    page = client.get(reverse("account_signup")).content.decode()
    client.post(reverse("account_signup"), {"email": "nieuw@gemeente.example", "password1": PASSWORD})

    assert "Zo krijgt u een account" in page
    assert 'href="mailto:vraag@leerkring.example"' in page
    assert "<form" not in page.split("<main")[1].split("</main>")[0]
    assert signed_in_as(client) is None


def test_signing_out_needs_a_click(client, member):
    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")

    client.get("/account/logout/")
    assert signed_in_as(client) == str(member.pk)

    client.post("/account/logout/")
    assert signed_in_as(client) is None


@pytest.mark.parametrize(
    ("address", "then"),
    [
        ("/admin/", "/admin/login/?next=/admin/"),
        ("/admin/login/?next=/admin/pages/", "/account/login/?next=/admin/pages/"),
        ("/admin/login/?next=https://evil.example/", "/account/login/?next=/admin/"),
        ("/admin/password_reset/", "/account/password/reset/"),
        ("/django-admin/login/?next=/django-admin/", "/account/login/?next=%2Fdjango-admin%2F"),
        ("/django-admin/password_change/", "/account/password/change/"),
        ("/_util/login/?next=/gemeenten/", "/account/login/?next=/gemeenten/"),
    ],
)
def test_there_is_one_door(client, db, address, then):
    assert client.get(address).url == then


@pytest.mark.parametrize("address", ["/admin/login/", "/django-admin/login/", "/_util/login/"])
def test_old_doors_let_nobody_in(client, member, address):
    client.post(address, {"username": member.email, "password": PASSWORD})

    assert signed_in_as(client) is None


@pytest.mark.parametrize("address", ["/admin/", "/django-admin/"])
def test_member_without_business_in_the_admin_is_told_so(as_user, member, address):
    response = as_user(member).get(address, follow=True)

    assert response.status_code == 403
    assert len(response.redirect_chain) == 1


def test_editor_gets_into_the_admin(as_user, editor):
    assert as_user(editor).get("/admin/").status_code == 200
    assert as_user(editor).get("/admin/login/?next=/admin/pages/").url == "/admin/pages/"
