from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from practices.taxonomy.models import KIND_MODELS, Theme
from practices.taxonomy.names import MAX_SYNONYM_LENGTH

MAX_SYNONYMS = 40


class LinesField(forms.CharField):
    """A list of short texts, typed one on a line."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": 6}), **kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def validate(self, value):
        super().validate(value)
        if len(value) > MAX_SYNONYMS:
            raise ValidationError(_("Give at most %(count)s words.") % {"count": MAX_SYNONYMS})
        if too_long := next((line for line in value if len(line) > MAX_SYNONYM_LENGTH), None):
            raise ValidationError(_("“%(word)s” is too long. Put each word on a line of its own.") % {"word": too_long})


class TermForm(WagtailAdminModelForm):
    synonyms = LinesField(
        label=_("Synonyms"),
        required=False,
        help_text=_(
            "Other words that people search with, one on each line. Example: soccer club, football club, sports club."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "parent" in self.fields:
            self.fields["parent"].queryset = Theme.objects.active().groups().exclude(pk=self.instance.pk)


class MergeForm(forms.Form):
    """Chooses the term that `source` goes up in."""

    target = forms.ModelChoiceField(
        queryset=Theme.objects.none(),
        label=_("Merge into"),
        help_text=_("This term stays. It gets all practices and synonyms of the other one."),
        error_messages={"invalid_choice": _("Choose a term from the list.")},
    )

    def __init__(self, *args, source, **kwargs):
        super().__init__(*args, **kwargs)
        terms = KIND_MODELS[source.kind].objects.active().exclude(pk=source.pk)
        self.fields["target"].queryset = terms.in_tree_order()
