"""The report of what people ask: most asked, without a result, without a click."""

from datetime import timedelta
from typing import NamedTuple

from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.admin.viewsets.base import ViewSet

from search.wording.models import AskedText, PinnedAnswer, SynonymRule
from search.wording.querysets import AskedTextQuerySet

PERIODS = {"30": _("30 days"), "90": _("90 days"), "365": _("A year")}
LISTS = {
    "meest": (_("Most asked"), AskedTextQuerySet.most_asked),
    "zonder-resultaat": (_("Without result"), AskedTextQuerySet.most_often_empty),
    "zonder-klik": (_("Without a click"), AskedTextQuerySet.never_clicked),
}
# A spreadsheet takes what begins so for a formula.
BEGINNINGS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


class Choice(NamedTuple):
    label: str
    url: str
    is_chosen: bool


class AskedTextReport(ReportView):
    model = AskedText
    any_permission_required = ["view"]
    page_title = _("What people ask")
    header_icon = "help"
    template_name = "search/wording/report.html"
    index_url_name = "search_questions:index"
    index_results_url_name = "search_questions:index_results"
    list_export = ["text", "times_asked", "times_empty", "times_clicked"]
    export_headings = {
        "times_asked": _("Asked"),
        "times_empty": _("Without result"),
        "times_clicked": _("Clicked"),
    }
    custom_value_preprocess = {
        **ReportView.custom_value_preprocess,
        str: {ReportView.FORMAT_CSV: lambda text: without_formula(text)},
    }

    @property
    def period(self):
        return one_of(PERIODS, self.request.GET.get("periode"))

    @property
    def chosen_list(self):
        return one_of(LISTS, self.request.GET.get("lijst"))

    @property
    def columns(self):
        return [
            QuestionColumn("text", label=_("Question"), get_actions=self.actions_for),
            *(Column(name, label=heading) for name, heading in self.export_headings.items()),
        ]

    def get_base_queryset(self):
        first_day = timezone.localdate() - timedelta(days=int(self.period) - 1)
        _label, in_list = LISTS[self.chosen_list]
        return in_list(AskedText.objects.since(first_day))

    def get_filename(self):
        return f"{self.chosen_list}-{self.period}-{timezone.localdate()}"

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "lists": self.choices("lijst", {name: label for name, (label, _rows) in LISTS.items()}, self.chosen_list),
            "periods": self.choices("periode", PERIODS, self.period),
        }

    def choices(self, parameter, labels, chosen):
        """Links to this report with another value of one parameter."""
        now = {"lijst": self.chosen_list, "periode": self.period}
        return [
            Choice(label, "?" + urlencode({**now, parameter: value}), value == chosen)
            for value, label in labels.items()
        ]

    def actions_for(self, row):
        return [
            (label, f"{reverse(name)}?{urlencode({field: row['text']})}")
            for label, name, field, model in ACTIONS
            if self.may_add(model)
        ]

    def may_add(self, model):
        return self.request.user.has_perm(f"wording.add_{model._meta.model_name}")


ACTIONS = [
    (_("Make a synonym"), "search_synonyms:add", "words", SynonymRule),
    (_("Pin an answer"), "search_pins:add", "question", PinnedAnswer),
]


class QuestionColumn(Column):
    """The question, with below it what an editor can do about it: pairs of (label, url)."""

    cell_template_name = "search/wording/question_cell.html"

    def __init__(self, *args, get_actions, **kwargs):
        super().__init__(*args, **kwargs)
        self.get_actions = get_actions

    def get_cell_context_data(self, instance, parent_context):
        return {**super().get_cell_context_data(instance, parent_context), "actions": self.get_actions(instance)}


def one_of(choices, asked):
    """What was asked, or the first choice when there is no such."""
    return asked if asked in choices else next(iter(choices))


def without_formula(text):
    return f"'{text}" if text.startswith(BEGINNINGS_OF_FORMULAS) else text


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("wording.view_askedtext")


class AskedTextViewSet(ViewSet):
    name = "search_questions"
    url_prefix = "zoeken/vragen"
    icon = "help"
    menu_label = AskedTextReport.page_title
    menu_item_class = ReportMenuItem

    def get_urlpatterns(self):
        return [
            path("", self.construct_view(AskedTextReport), name="index"),
            path("results/", self.construct_view(AskedTextReport, results_only=True), name="index_results"),
        ]
