import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def write_links(response):
    return [line for line in response.content.decode().split('"') if line.startswith("/admin/pages/add/library/")]


def test_editor_begins_with_a_practice_of_the_own_municipality(client, editor, tilburg):
    client.force_login(editor)

    response = client.get("/admin/")

    assert write_links(response) == [reverse("wagtailadmin_pages:add", args=("library", "practicepage", tilburg.pk))]


def test_coordinator_without_a_municipality_has_no_such_button(client, coordinator):
    client.force_login(coordinator)

    assert write_links(client.get("/admin/")) == []
