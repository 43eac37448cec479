from django import forms
from django.utils.translation import gettext_lazy as _

from networks.alerts.timing import Frequency


class FrequencyForm(forms.Form):
    frequency = forms.ChoiceField(
        label=_("How often do you want e-mail?"),
        choices=Frequency.choices,
        initial=Frequency.WEEKLY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often."), "invalid_choice": _("Choose how often.")},
    )


class VisitorForm(FrequencyForm):
    """For who is not signed in."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("We send you a link first. You use it to confirm."),
        error_messages={
            "required": _("Fill in your e-mail address."),
            "invalid": _("This is not a whole e-mail address. Example: name@municipality.nl"),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    field_order = ["email", "frequency"]

    def clean_email(self):
        return self.cleaned_data["email"].lower()
