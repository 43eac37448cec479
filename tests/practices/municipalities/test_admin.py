import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from networks.people.models import User
from practices.municipalities.loading import load_register
from practices.municipalities.models import Municipality

LIST = "wagtailsnippets_municipalities_municipality"
CHOOSER = "wagtailsnippetchoosers_municipalities_municipality"


@pytest.fixture
def tilburg(db):
    load_register()
    return Municipality.objects.get(slug="tilburg")


def sign_in(client, *codenames, **fields):
    """A person of the admin with these permissions."""
    person = User.objects.create_user(email="iemand@voorbeeld.nl", **fields)
    group = Group.objects.create(name="Groep")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    person.groups.add(group)
    client.force_login(person)


def statuses(client, municipality):
    pages = {
        "list": [],
        "inspect": [municipality.pk],
        "edit": [municipality.pk],
        "add": [],
        "delete": [municipality.pk],
    }
    return {
        name: client.get(reverse(f"{LIST}:{name}", args=args), secure=True).status_code for name, args in pages.items()
    }


def test_a_coordinator_may_look_into_the_register_and_not_change_it(client, tilburg):
    sign_in(client, "view_municipality")

    assert statuses(client, tilburg) == {"list": 200, "inspect": 200, "edit": 302, "add": 302, "delete": 302}


def test_an_editor_sees_no_register(client, tilburg):
    sign_in(client)

    assert set(statuses(client, tilburg).values()) == {302}


def test_a_superuser_may_change_it(client, tilburg):
    sign_in(client, is_superuser=True)

    assert set(statuses(client, tilburg).values()) == {200}


def test_the_list_is_searched_by_any_spelling(client, tilburg):
    sign_in(client, "view_municipality")

    response = client.get(reverse(f"{LIST}:list"), {"q": "den haag"}, secure=True)

    assert [municipality.name for municipality in response.context["object_list"]] == ["'s-Gravenhage"]


@pytest.mark.parametrize(
    ("text", "names"),
    [("den bosch", ["'s-Hertogenbosch"]), ("GM0855", ["Tilburg"]), ("Menaldumadeel", []), ("?!", [])],
)
def test_an_editor_chooses_a_present_municipality_by_any_spelling(client, tilburg, text, names):
    sign_in(client)

    response = client.get(reverse(f"{CHOOSER}:choose_results"), {"q": text}, secure=True)

    assert [municipality.name for municipality in response.context["results"]] == names


def test_the_chooser_starts_with_the_present_municipalities(client, tilburg):
    sign_in(client)

    response = client.get(reverse(f"{CHOOSER}:choose"), secure=True)

    assert response.context["results"].paginator.count == 342
