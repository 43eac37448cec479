"""The screens where administrators make accounts: no passwords, and one choice to make an editor."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet

from networks.publishing.teams import make_editor
from practices.library.models import MunicipalityPage


class EditorChoice(forms.ModelForm):
    editor_of = forms.ModelChoiceField(
        MunicipalityPage.objects.all(),
        label=_("Make editor of"),
        required=False,
        widget=AdminPageChooser(target_models=[MunicipalityPage]),
        help_text=_("Choose the page of a municipality. This person may then write there. Example: Tilburg."),
    )

    def save(self, commit=True):
        user = super().save(commit)
        page = self.cleaned_data.get("editor_of")
        if commit and page:
            make_editor(user, page)
        return user


class PersonCreationForm(EditorChoice, UserCreationForm):
    pass


class PersonEditForm(EditorChoice, UserEditForm):
    pass


class PersonViewSet(UserViewSet):
    def get_form_class(self, for_update=False):
        return PersonEditForm if for_update else PersonCreationForm
