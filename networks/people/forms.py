"""The forms of django-allauth in our own words, with a label above each field and no text inside it."""

from allauth.account import forms as allauth_forms
from django.utils.translation import gettext_lazy as _

WORK_ADDRESS = _("E-mail address of your work")
NEW_PASSWORD_HINT = _("At least 12 characters. Three or four words in a row work well.")


class OwnWords:
    """Replaces labels and hints by those in `words`: field name -> (label, hint)."""

    words = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, (label, hint) in self.words.items():
            field = self.fields[name]
            field.label, field.help_text = label, hint
            field.widget.attrs.pop("placeholder", None)


class SignInForm(OwnWords, allauth_forms.LoginForm):
    words = {"login": (WORK_ADDRESS, ""), "password": (_("Password"), "")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class AskNewPasswordForm(OwnWords, allauth_forms.ResetPasswordForm):
    words = {"email": (WORK_ADDRESS, "")}


class NewPasswordForm(OwnWords, allauth_forms.ResetPasswordKeyForm):
    words = {
        "password1": (_("New password"), NEW_PASSWORD_HINT),
        "password2": (_("The same password again"), ""),
    }


class ChangePasswordForm(OwnWords, allauth_forms.ChangePasswordForm):
    words = {"oldpassword": (_("Password you have now"), ""), **NewPasswordForm.words}


class SetPasswordForm(OwnWords, allauth_forms.SetPasswordForm):
    words = NewPasswordForm.words


class ConfirmPasswordForm(OwnWords, allauth_forms.ReauthenticateForm):
    words = {"password": (_("Password"), "")}


class ChangeAddressForm(OwnWords, allauth_forms.AddEmailForm):
    words = {"email": (_("New e-mail address"), _("We send a link to this address first."))}
