import pytest
from django.core.exceptions import ImproperlyConfigured

from networks.people.models import User
from networks.publishing.demo import load_cast
from tests.networks.factories import municipality_page


def test_cast_signs_in_and_does_what_it_is_for(client, tilburg, db):
    municipality_page("Voorbeeldstad")

    load_cast()
    accounts = load_cast()

    assert [account.role for account in accounts] == [
        "member",
        "editor of Tilburg",
        "editor of Voorbeeldstad",
        "coordinator",
        "administrator",
    ]
    assert User.objects.count() == 5
    for account in accounts:
        client.post("/account/login/", {"login": account.email, "password": account.password})
        assert client.get("/admin/", follow=True).status_code == (403 if account.role == "member" else 200)
        client.post("/account/logout/")


def test_cast_stays_out_of_production(settings, db):
    settings.FICTIONAL_CONTENT_ALLOWED = False

    with pytest.raises(ImproperlyConfigured):
        load_cast()

    assert not User.objects.exists()
