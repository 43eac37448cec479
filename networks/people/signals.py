from allauth.account.signals import password_reset
from django.dispatch import receiver

from networks.people.invitations import confirm_only_address


@receiver(password_reset)
def confirm_address_after_reset(sender, user, **kwargs):
    """Else somebody who chose a first password would have to confirm the same address by a second mail."""
    confirm_only_address(user)
