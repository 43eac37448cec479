"""The cast of the demonstration: made-up people, one for each thing that a person can be here."""

from typing import NamedTuple

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from networks.people.models import User

PASSWORD = "leerkring-demo-2026"  # noqa: S105 - for made-up people at a desk


class DemoAccount(NamedTuple):
    role: str
    email: str
    password: str


@transaction.atomic
def demo_person(*, email, first_name, last_name, role, **rights):
    """Makes a made-up person once, with an address that counts as confirmed; returns (User, DemoAccount)."""
    if not settings.FICTIONAL_CONTENT_ALLOWED:
        raise ImproperlyConfigured("Demo accounts have a password that everybody knows; these settings refuse them.")
    user, created = User.objects.get_or_create(
        email=email, defaults={"first_name": first_name, "last_name": last_name, **rights}
    )
    if created:
        user.set_password(PASSWORD)
        user.save()
    EmailAddress.objects.update_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    return user, DemoAccount(role, email, PASSWORD)
