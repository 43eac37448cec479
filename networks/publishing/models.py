from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, Page


class EditorialTeam(models.Model):
    """The people who write in one part of the tree, such as the page of a municipality and its practices.

    Wagtail's own group and collection give the rights; this row only remembers which belong together,
    so that the team stays the same team when the page gets another name.
    """

    page = models.OneToOneField(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="editorial_team")
    group = models.OneToOneField(
        Group, verbose_name=_("group"), on_delete=models.CASCADE, related_name="editorial_team"
    )
    collection = models.OneToOneField(
        Collection, verbose_name=_("collection"), on_delete=models.PROTECT, related_name="editorial_team"
    )

    class Meta:
        verbose_name = _("editorial team")
        verbose_name_plural = _("editorial teams")

    def __str__(self):
        return self.group.name
