"""The edit form of a practice: ticking words, and naming municipalities as people write them."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from practices.library.blocks import with_open_text
from practices.library.plain_text import SECTIONS
from practices.municipalities.look_up import look_up
from practices.municipalities.models import Municipality
from practices.taxonomy.models import Approach, Ground, Role, TargetGroup, Theme


class GroupedThemes(ModelChoiceIterator):
    """Groups as headings; a group itself can be ticked too, for what is about all of it."""

    def __iter__(self):
        themes = list(self.queryset)
        for group in (theme for theme in themes if theme.is_group):
            own = [theme for theme in themes if theme.parent_id == group.pk]
            yield group.name, [self.choice(theme) for theme in (group, *own)]


class TermsField(forms.ModelMultipleChoiceField):
    """Words to tick; the form gives the choices, since no query may be made while models load."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, model, **options):
        self.model = model
        super().__init__(queryset=None, **{"required": False, **options})

    def offer_terms(self):
        """Offers all terms but those that were merged into another one."""
        self.queryset = self.model.objects.active().in_tree_order()


class ThemesField(TermsField):
    iterator = GroupedThemes


class MunicipalitiesField(forms.CharField):
    """Names of municipalities, one on each line, in any spelling; gives a list of Municipality."""

    widget = forms.Textarea

    def prepare_value(self, value):
        if isinstance(value, str) or not value:
            return value or ""
        # The form's initial value holds rows when a page is opened, and keys when a revision is.
        keys = [item.pk if isinstance(item, Municipality) else item for item in value]
        return "\n".join(Municipality.objects.filter(pk__in=keys).values_list("name", flat=True))

    def clean(self, value):
        names = [name.strip() for name in super().clean(value).splitlines() if name.strip()]
        found, problems = [], []
        for name in names:
            answer = look_up(name)
            if answer.municipality:
                found.append(answer.municipality)
            else:
                problems.append(problem_with(name, answer))
        if problems:
            raise ValidationError(problems)
        return list(dict.fromkeys(found))

    def has_changed(self, initial, data):
        return self.prepare_value(initial).split() != (data or "").split()


def problem_with(name, answer):
    if not answer.choices:
        return gettext("We do not know a municipality called “%s”.") % name
    choices = ", ".join(choice.name for choice in answer.choices)
    return gettext("“%(name)s” may be several municipalities. Write one of these: %(choices)s.") % {
        "name": name,
        "choices": choices,
    }


class PracticeForm(WagtailAdminPageForm):
    themes = ThemesField(Theme, label=_("Themes"), required=True)
    approaches = TermsField(Approach, label=_("Approaches"), required=True)
    target_groups = TermsField(TargetGroup, label=_("Target groups"))
    grounds = TermsField(Ground, label=_("Grounds of discrimination"))
    roles = TermsField(Role, label=_("Municipal roles"))
    other_municipalities = MunicipalitiesField(
        label=_("Municipalities that take part"),
        required=False,
        help_text=_("One name on each line, also an old one. Example: Den Bosch."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, instance=None, **kwargs):
        if instance is not None and instance._state.adding:
            for name in SECTIONS:
                setattr(instance, name, with_open_text(getattr(instance, name)))
        super().__init__(*args, instance=instance, **kwargs)
        for field in self.fields.values():
            if isinstance(field, TermsField):
                field.offer_terms()

    def clean(self):
        """Browsers send other line ends than we store; without this every reviewer sees changes that nobody made."""
        super().clean()
        for name, value in self.cleaned_data.items():
            if isinstance(value, str):
                self.cleaned_data[name] = value.replace("\r\n", "\n")
        return self.cleaned_data
