import re

import pytest
from django.contrib.auth.models import Group

from networks.people.models import User
from networks.publishing.teams import editors_of
from tests.networks.factories import PASSWORD, PersonFactory


@pytest.fixture
def administrator(coordinator):
    return PersonFactory(is_superuser=True, is_staff=True)


def test_new_person_chooses_a_password_and_is_in(as_user, client, administrator, tilburg, saved, mailoutbox):
    form = {"email": "Sam@Tilburg.Example", "first_name": "Sam", "last_name": "Yilmaz", "editor_of": tilburg.pk}
    with saved():
        as_user(administrator).post("/admin/users/new/", form)

    (mail,) = mailoutbox
    assert mail.to == ["sam@tilburg.example"]
    assert mail.subject == "Uw account op Leerkring staat klaar"
    assert mail.body.startswith("Dag Sam Yilmaz,\n\nU kunt nu zien wie u kunt bellen")

    link = re.search(r"http://localhost:8000(/account/\S+)", mail.body).group(1)
    page = client.get(link, follow=True)
    response = client.post(page.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD}, follow=True)

    sam = User.objects.get(email="sam@tilburg.example")
    assert response.wsgi_request.user == sam
    assert list(editors_of(tilburg)) == [sam]
    client.post("/account/logout/")
    client.post("/account/login/", {"login": "sam@tilburg.example", "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(sam.pk)


def test_administrator_makes_a_coordinator_with_one_tick(as_user, administrator, member):
    group = Group.objects.get(name="Coördinatoren")
    form = {"email": member.email, "first_name": "Noor", "last_name": "Bakker", "is_active": "on", "groups": [group.pk]}

    as_user(administrator).post(f"/admin/users/edit/{member.pk}/", form)

    assert list(member.groups.all()) == [group]


@pytest.mark.parametrize("url", ["/admin/users/", "/admin/users/new/", "/admin/users/edit/{}/"])
def test_screens_about_people_show_no_password_and_open_for_administrators(as_user, administrator, member, url):
    page = as_user(administrator).get(url.format(member.pk))

    assert page.status_code == 200
    assert 'type="password"' not in page.content.decode()


def test_coordinator_does_not_make_accounts(as_user, coordinator):
    as_user(coordinator).post("/admin/users/new/", {"email": "x@y.example", "first_name": "X", "last_name": "Y"})

    assert not User.objects.filter(email="x@y.example").exists()


def test_django_admin_knows_people(as_user, administrator, member):
    browser = as_user(administrator)

    assert browser.get("/django-admin/people/user/?q=noor").status_code == 200
    assert browser.get(f"/django-admin/people/user/{member.pk}/change/").status_code == 200
    assert browser.get("/django-admin/people/user/add/").status_code == 200
