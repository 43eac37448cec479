"""What we write to people about their account. Each function takes allauth's context and gives a Letter."""

from django.urls import reverse
from django.utils.translation import gettext as _

from networks.mail.letters import Letter, Link


def account_letter(name, context):
    """The letter for an e-mail of allauth, by the name that allauth gives it; KeyError when there is none."""
    return LETTERS[name](context)


def invitation(user, url):
    return Letter(
        subject=_("Your account on Leerkring is ready"),
        paragraphs=(
            _("You can now see who to call about a practice. Choose a password to start."),
            _("The link works once, and for three days. After that you ask for a new one on the sign-in page."),
        ),
        links=(Link(_("Choose a password"), url),),
        reason=_("A coordinator made an account for %(email)s.") % {"email": user.email},
    )


def _password_reset_link(context):
    return Letter(
        subject=_("Choose a new password"),
        paragraphs=(
            _("You asked for a new password. Use the link below. It works once, and for three days."),
            _("Did you not ask for this? Then you need not do anything. Your password stays the same."),
        ),
        links=(Link(_("Choose a new password"), context["password_reset_url"]),),
        reason=_("Somebody filled in %(email)s on the page for a forgotten password.") % context,
    )


def _unknown_account(context):
    return Letter(
        subject=_("There is no account with this e-mail address"),
        paragraphs=(
            _("Somebody asked for a new password for %(email)s. But there is no account with this address.") % context,
            _("Perhaps you use another address of your work. Try that one. Was it not you? Then do nothing."),
        ),
        links=(
            Link(_("Try another address"), reverse("account_reset_password")),
            Link(_("How to get an account"), reverse("account_signup")),
        ),
        reason=_("Somebody filled in %(email)s on the page for a forgotten password.") % context,
    )


def _confirm_address(context):
    return Letter(
        subject=_("Confirm your e-mail address"),
        paragraphs=(_("Is %(email)s your address? Then confirm it with the link below.") % context,),
        links=(Link(_("Confirm this address"), context["activate_url"]),),
        reason=_("Somebody filled in %(email)s for an account. Was it not you? Then do nothing.") % context,
    )


def _address_taken(context):
    return Letter(
        subject=_("You already have an account"),
        paragraphs=(_("Somebody filled in %(email)s for an account. But that address has one already.") % context,),
        links=(Link(_("Choose a new password"), context["password_reset_url"]),),
        reason=_("Somebody filled in %(email)s for an account. Was it not you? Then do nothing.") % context,
    )


def _changed(subject, paragraph):
    """A letter that warns of a change, so that nobody loses an account without knowing."""

    def letter(context):
        return Letter(
            subject=subject(),
            paragraphs=(
                paragraph(context),
                _("Was it not you? Then choose a new password at once, and tell your coordinator."),
            ),
            links=(Link(_("Choose a new password"), reverse("account_reset_password")),),
            reason=_("We always tell you when something changes in your account."),
        )

    return letter


_password_changed = _changed(lambda: _("Your password has changed"), lambda context: _("You have a new password."))

LETTERS = {
    "password_reset_key": _password_reset_link,
    "unknown_account": _unknown_account,
    "email_confirmation": _confirm_address,
    "email_confirmation_signup": _confirm_address,
    "account_already_exists": _address_taken,
    "password_changed": _password_changed,
    "password_reset": _password_changed,
    "password_set": _password_changed,
    "email_changed": _changed(
        lambda: _("Your e-mail address has changed"),
        lambda context: _("You now sign in with %(to_email)s instead of %(from_email)s.") % context,
    ),
    "email_confirm": _changed(lambda: _("Your e-mail address is confirmed"), lambda context: _("Your address works.")),
    "email_deleted": _changed(
        lambda: _("An e-mail address was removed"),
        lambda context: _("You can not use %(deleted_email)s any more to sign in.") % context,
    ),
}
