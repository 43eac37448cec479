from allauth.account.adapter import DefaultAccountAdapter
from django.utils.translation import gettext_lazy as _

from networks.mail.letters import in_language_of
from networks.mail.sending import send_letter
from networks.people.letters import account_letter


class AccountAdapter(DefaultAccountAdapter):
    """Our rules for django-allauth: accounts are by invitation, mails are ours and never hold up a page."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "duplicate_email": _("This is already your e-mail address."),
        "email_password_mismatch": _("This e-mail address and password do not belong together. Try again."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_password": _("This is not your password. Try again."),
        "invalid_password_reset": _("This link does not work any more."),
        "rate_limited": _("You tried too often. Wait a few minutes and try again."),
        "same_as_current": _("This is already your e-mail address."),
        "too_many_login_attempts": _("You tried too often. Wait a few minutes and try again."),
    }

    def is_open_for_signup(self, request):
        return False

    def send_mail(self, template_prefix, email, context):
        """Sends our letter of the same name instead of allauth's template."""
        user = context.get("user")
        with in_language_of(user):
            letter = account_letter(template_prefix.rsplit("/", 1)[-1], {**context, "email": email})
            send_letter(letter, to=email, reader_name=user.get_full_name() if user else "")
