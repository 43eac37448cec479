import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from networks.people.models import User
from tests.networks.factories import PersonFactory


def test_e_mail_address_is_kept_in_lower_case(db):
    person = User.objects.create_user(" Noor@Gemeente.Example ", "drie kleine fietsen")

    assert person.email == "noor@gemeente.example"
    assert User.objects.get_by_natural_key("NOOR@gemeente.example") == person


def test_form_refuses_the_same_address_in_capitals(db):
    PersonFactory(email="noor@gemeente.example")
    twin = User(email="NOOR@gemeente.example", password="x")

    with pytest.raises(ValidationError) as refusal:
        twin.full_clean()

    assert set(refusal.value.message_dict) == {"email"}


@pytest.mark.parametrize("email", ["", "Noor@gemeente.example"])
def test_database_refuses_an_address_that_is_empty_or_has_capitals(db, email):
    with pytest.raises(IntegrityError):
        User.objects.bulk_create([User(email=email)])


def test_person_without_address_is_refused(db):
    with pytest.raises(ValueError, match="needs an e-mail address"):
        User.objects.create_user("")


def test_person_is_called_by_name_and_else_by_address():
    assert str(User(first_name="Noor", last_name="Bakker", email="noor@gemeente.example")) == "Noor Bakker"
    assert str(User(email="noor@gemeente.example")) == "noor@gemeente.example"
