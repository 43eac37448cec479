"""The words in the Wagtail admin: a list and a form for each kind, and the merging of two terms."""

from django.urls import path
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.admin.widgets.button import Button, HeaderButton

from practices.taxonomy.addresses import KIND_PATHS
from practices.taxonomy.choices import TermKind
from practices.taxonomy.forms import TermForm
from practices.taxonomy.merge_view import MergeView
from practices.taxonomy.models import KIND_MODELS
from practices.taxonomy.permissions import grantable_permissions

ICONS = {
    TermKind.THEME: "tag",
    TermKind.APPROACH: "cogs",
    TermKind.TARGET_GROUP: "group",
    TermKind.GROUND: "warning",
    TermKind.ROLE: "user",
    TermKind.PARTNER_KIND: "link",
}
USAGE = Column("usage", label=_("Practices"), sort_key="usage")
DEFINITION = Column("definition", label=_("Definition"), accessor=lambda term: Truncator(term.definition).chars(90))
GROUP = Column("parent", label=_("Group"), accessor=lambda term: term.parent or "")


class TermIndexView(generic.IndexView):
    merge_url_name = None

    def get_base_queryset(self):
        return self.model.objects.active().select_related("parent").with_usage().in_tree_order()

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if self.user_has_permission("change"):
            url = self.get_merge_url(instance)
            buttons.append(Button(_("Merge"), url=url, icon_name="resubmit", priority=30))
        return buttons

    def get_merge_url(self, instance):
        return MergeView.address(self.merge_url_name, instance)


class TermEditView(generic.EditView):
    merge_url_name = None

    def get_queryset(self):
        return self.model.objects.active()

    @property
    def header_buttons(self):
        url = MergeView.address(self.merge_url_name, self.object)
        return [HeaderButton(_("Merge into another term"), url=url, icon_name="resubmit")]


class TermViewSet(ModelViewSet):
    """Without deleting, and without Wagtail's own usage page, which does not see tags."""

    index_view_class = TermIndexView
    edit_view_class = TermEditView
    copy_view_enabled = False
    sort_order_field = None
    add_to_reference_index = False
    search_fields = ["name", "definition"]
    list_per_page = 50

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(
            **{
                "usage_url_name": None,
                "delete_url_name": None,
                "merge_url_name": self.get_url_name("merge"),
                **kwargs,
            }
        )

    def get_permissions_to_register(self):
        return grantable_permissions()

    def get_urlpatterns(self):
        kept = [pattern for pattern in super().get_urlpatterns() if pattern.name not in ("delete", "usage")]
        return [*kept, path("merge/<int:pk>/", self.construct_view(MergeView), name="merge")]


def term_viewset(kind):
    """A viewset class for the terms of a kind; only themes have a group and a mark."""
    model = KIND_MODELS[kind]
    has_levels = kind == TermKind.THEME
    fields = ["name", "definition", "synonyms", *(["parent", "mark"] if has_levels else []), "sort_order"]
    return type(
        f"{model.__name__}ViewSet",
        (TermViewSet,),
        {
            "model": model,
            "name": f"term_{kind.value}",
            "url_prefix": f"woorden/{KIND_PATHS[kind]}",
            "icon": ICONS[kind],
            "list_display": ["name", *([GROUP] if has_levels else []), DEFINITION, USAGE],
            "edit_handler": ObjectList([FieldPanel(field) for field in fields], base_form_class=TermForm),
        },
    )


class WordsGroup(ModelViewSetGroup):
    menu_label = _("Words to tag with")
    menu_icon = "tag"
    menu_order = 250
    items = tuple(term_viewset(kind) for kind in KIND_MODELS)
