"""Synonyms, pinned answers and what people ask, in the Wagtail admin."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from search.wording.forms import SynonymRuleForm
from search.wording.models import PinnedAnswer, SynonymRule
from search.wording.own_rules import OwnRulesView
from search.wording.pin_form import PinnedAnswerForm
from search.wording.pins import with_entries
from search.wording.report import AskedTextViewSet


class PrefilledCreateView(generic.CreateView):
    """Takes the first values of its fields from the address, as other screens give them."""

    def get_initial(self):
        given = {name: self.request.GET[name] for name in self.get_form_class().base_fields if name in self.request.GET}
        return {**super().get_initial(), **given}


class WordingViewSet(ModelViewSet):
    """Without copying, and without Wagtail's own usage page, which knows of no use."""

    copy_view_enabled = False
    add_to_reference_index = False
    list_per_page = 20

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})

    def get_urlpatterns(self):
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "usage"]


class SynonymViewSet(WordingViewSet):
    model = SynonymRule
    name = "search_synonyms"
    url_prefix = "zoeken/synoniemen"
    icon = "link"
    index_template_name = "search/wording/synonyms.html"
    add_view_class = PrefilledCreateView
    list_display = ["words", "sign", "others"]
    list_filter = ["sign"]
    search_fields = ["words", "others"]
    edit_handler = ObjectList(
        [FieldPanel("words"), FieldPanel("sign"), FieldPanel("others")], base_form_class=SynonymRuleForm
    )

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("eigen/", self.construct_view(OwnRulesView), name="own")]


class FindsAnswersMixin:
    """The button "find" shows the form again with other answers to choose from, and saves nothing."""

    @property
    def is_finding(self):
        return "find-answers" in self.request.POST

    def post(self, request, *args, **kwargs):
        if not self.is_finding:
            return super().post(request, *args, **kwargs)
        self.object = self.get_object() if self.kwargs.get("pk") else None
        return self.render_to_response(self.get_context_data())

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        if self.is_finding:
            typed = kwargs.pop("data").dict()
            kwargs |= {"files": None, "initial": typed}
        return kwargs


class PinCreateView(FindsAnswersMixin, PrefilledCreateView):
    pass


class PinEditView(FindsAnswersMixin, generic.EditView):
    pass


class PinIndexView(generic.IndexView):
    def paginate_queryset(self, queryset, page_size):
        paginator, page, answers, is_paginated = super().paginate_queryset(queryset, page_size)
        return paginator, page, with_entries(answers), is_paginated


def title_of_answer(pin):
    return pin.entry.title if pin.entry else _("Not findable now")


class PinViewSet(WordingViewSet):
    model = PinnedAnswer
    name = "search_pins"
    url_prefix = "zoeken/vastgezet"
    icon = "thumbtack"
    index_view_class = PinIndexView
    add_view_class = PinCreateView
    edit_view_class = PinEditView
    create_template_name = edit_template_name = "search/wording/pin_form.html"
    list_display = [
        "question",
        Column("answer", label=_("Answer"), accessor=title_of_answer),
        "sort_order",
    ]
    search_fields = ["question"]

    def get_form_class(self, for_update=False):
        return PinnedAnswerForm


class WordingGroup(ModelViewSetGroup):
    menu_label = _("Search engine")
    menu_icon = "search"
    menu_order = 255
    items = (AskedTextViewSet, SynonymViewSet, PinViewSet)
