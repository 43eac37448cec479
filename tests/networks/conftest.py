import pytest
from django.test import Client

from networks.publishing.actions import ensure_publishing
from networks.publishing.coordinators import make_coordinator
from networks.publishing.teams import make_editor
from tests.networks.factories import PersonFactory, municipality_page


@pytest.fixture
def tilburg(db):
    return municipality_page("Tilburg")


@pytest.fixture
def venray(db):
    return municipality_page("Venray")


@pytest.fixture
def member(db):
    return PersonFactory(first_name="Noor", last_name="Bakker", email="noor@gemeente.example")


@pytest.fixture
def coordinator(db):
    ensure_publishing()
    user = PersonFactory(first_name="Coen", last_name="de Wit", email="coen@netwerk.example")
    make_coordinator(user)
    return user


@pytest.fixture
def editor(tilburg):
    user = PersonFactory(first_name="Tess", last_name="Aydin", email="tess@tilburg.example")
    make_editor(user, tilburg)
    return user


@pytest.fixture
def other_editor(venray):
    """Writes for Venray, and has no business in Tilburg."""
    user = PersonFactory(first_name="Vera", last_name="Jansen", email="vera@venray.example")
    make_editor(user, venray)
    return user


@pytest.fixture
def as_user():
    """A browser in which the given person is signed in."""

    def browser(user):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return browser


@pytest.fixture
def saved(django_capture_on_commit_callbacks):
    """`with saved():` as if what happens within is saved for good, so that e-mails leave."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
