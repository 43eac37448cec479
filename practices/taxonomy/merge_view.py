from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from practices.taxonomy.forms import MergeForm
from practices.taxonomy.merging import MergeError, merge_terms, preview_merge


class MergeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Choose a term, see what a merge would do, confirm it: each an address of its own, so it needs no scripts."""

    model = None
    index_url_name = None
    edit_url_name = None
    permission_required = "change"
    page_title = gettext_lazy("Merge")
    header_icon = "resubmit"
    template_name = "practices/terms/merge.html"

    @staticmethod
    def address(url_name, term):
        return reverse(url_name, args=[term.pk])

    @cached_property
    def source(self):
        return get_object_or_404(self.model.objects.active().with_usage(), pk=self.kwargs["pk"])

    def get_page_subtitle(self):
        return self.source.name

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": capfirst(self.model._meta.verbose_name_plural)},
            {"url": reverse(self.edit_url_name, args=[self.source.pk]), "label": self.source.name},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs):
        form = MergeForm(self.request.GET if "target" in self.request.GET else None, source=self.source)
        target = form.cleaned_data["target"] if form.is_valid() else None
        return super().get_context_data(form=form, source=self.source, **self.preview(target), **kwargs)

    def preview(self, target):
        """What the confirmation shows: nothing yet, the numbers, or why it cannot be."""
        if target is None:
            return {}
        try:
            return {"target": target, "preview": preview_merge(source=self.source, target=target)}
        except MergeError as refusal:
            return {"refusal": str(refusal)}

    def post(self, request, **kwargs):
        form = MergeForm(request.POST, source=self.source)
        if not form.is_valid():
            messages.error(request, _("Choose a term from the list."))
            return redirect(request.path)
        try:
            target = merge_terms(source=self.source, target=form.cleaned_data["target"], user=request.user)
        except MergeError as refusal:
            messages.error(request, str(refusal))
            return redirect(request.path)
        names = {"source": self.source.name, "target": target.name}
        messages.success(request, _("“%(source)s” was merged into “%(target)s”.") % names)
        return redirect(self.index_url_name)
