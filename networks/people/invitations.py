from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.db import transaction
from django.urls import reverse

from networks.mail.letters import in_language_of
from networks.mail.sending import send_letter
from networks.people.letters import invitation


@transaction.atomic
def invite_person(user):
    """Mails a person who just got an account a link to choose a password.

    Nobody else ever knows that password, and following the link shows that the address is right.
    """
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"primary": True})
    key = default_token_generator.make_token(user)
    url = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])
    with in_language_of(user):
        send_letter(invitation(user, url), to=user.email, reader_name=user.get_full_name())


def confirm_only_address(user):
    """Marks the one address of a person as right, because a link that was mailed to it was used."""
    addresses = EmailAddress.objects.filter(user=user)
    if addresses.count() == 1:
        addresses.filter(email=user.email).update(verified=True, primary=True)
