"""The synonyms that search knows by itself, for an editor who wonders why something is found."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from search.language.synonyms import NOT, own_rules
from search.wording.models import SynonymRule


class OwnRulesView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    model = SynonymRule
    any_permission_required = ["add", "change", "delete", "view"]
    page_title = _("What search knows by itself")
    header_icon = "list-ul"
    template_name = "search/wording/own_rules.html"

    def get_breadcrumbs_items(self):
        synonyms = {"url": reverse("search_synonyms:index"), "label": _("Synonyms")}
        return [*super().get_breadcrumbs_items(), synonyms, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        rules = [(text_of(rule), off_url(rule)) for rule in own_rules()]
        return {**super().get_context_data(**kwargs), "rules": sorted(rules)}


def text_of(rule):
    return f" {rule.sign} ".join([*rule.words, *rule.others])


def off_url(rule):
    """The form of a rule that switches this one off, filled in."""
    given = {"words": ", ".join(rule.words), "sign": NOT, "others": ", ".join(rule.others)}
    return f"{reverse('search_synonyms:add')}?{urlencode(given)}"
