"""The register in the Wagtail admin: to look into and to choose from. Changing it is for superusers and imports."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from practices.municipalities.models import Municipality


class MunicipalityIndexView(IndexView):
    def search_queryset(self, queryset):
        return queryset.containing(self.search_query) if self.is_searching else queryset


class MunicipalityFilterForm(BaseFilterForm):
    """Searches the chooser by any spelling, without Wagtail's own search index."""

    q = forms.CharField(label=_("Name or CBS code"), required=False)

    def filter(self, objects):
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        return objects.containing(self.search_query) if self.is_searching else objects


PROVINCE = Column("province", label=_("Province"), accessor="get_province_display")


class PresentMunicipalitiesMixin:
    """Only those that still exist can be chosen."""

    filter_form_class = MunicipalityFilterForm

    def get_object_list(self):
        return Municipality.objects.current()

    @property
    def columns(self):
        return [*super().columns, PROVINCE]


class MunicipalityChooseView(PresentMunicipalitiesMixin, ChooseView):
    pass


class MunicipalityChooseResultsView(PresentMunicipalitiesMixin, ChooseResultsView):
    pass


class MunicipalityChooserViewSet(SnippetChooserViewSet):
    choose_one_text = _("Choose a municipality")
    choose_another_text = _("Choose another municipality")
    choose_view_class = MunicipalityChooseView
    choose_results_view_class = MunicipalityChooseResultsView


class MunicipalityViewSet(SnippetViewSet):
    model = Municipality
    icon = "site"
    menu_label = _("Municipalities")
    menu_order = 260
    add_to_admin_menu = True
    inspect_view_enabled = True
    copy_view_enabled = False
    chooser_viewset_class = MunicipalityChooserViewSet
    index_view_class = MunicipalityIndexView
    list_display = ["name", "cbs_code", PROVINCE, "population", "valid_until"]
    list_filter = ["province", "is_g4", "is_g40"]
    list_per_page = 50
    # What is searched says MunicipalityIndexView; without this the search box does not show.
    search_fields = ["name"]
    inspect_view_fields = [
        *("name", "cbs_code", "tooi_uri", "province", "population", "population_year", "latitude", "longitude"),
        *("is_g4", "is_g40", "valid_from", "valid_until", "successors", "is_fictional"),
    ]
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("cbs_code"), FieldPanel("slug")], heading=_("Name")),
        MultiFieldPanel(
            [
                FieldPanel("province"),
                FieldRowPanel([FieldPanel("population"), FieldPanel("population_year")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldRowPanel([FieldPanel("is_g4"), FieldPanel("is_g40")]),
            ],
            heading=_("Facts"),
        ),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")], heading=_("Validity")),
        FieldPanel("is_fictional"),
    ]
