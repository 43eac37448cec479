"""The lists of a practice that have rows of their own: money, partners, knowledge and people."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from practices.taxonomy.models import PartnerKind


class FundingKind(models.TextChoices):
    GRANT = "grant", _("grant of the state or province")
    MUNICIPALITY = "municipality", _("money of the municipality")
    FUND = "fund", _("fund")
    OTHER = "other", _("other")


class FundingSource(Orderable):
    practice = ParentalKey("library.PracticePage", on_delete=models.CASCADE, related_name="funding_sources")
    kind = models.CharField(_("kind"), max_length=20, choices=FundingKind)
    name = models.CharField(_("name"), max_length=150, help_text=_("Example: the sports budget."))
    amount_eur = models.PositiveIntegerField(
        _("amount in euros"), null=True, blank=True, help_text=_("Whole euros. Example: 12000.")
    )

    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("amount_eur")]), FieldPanel("name")]

    class Meta(Orderable.Meta):
        verbose_name = _("source of money")
        verbose_name_plural = _("sources of money")

    def __str__(self):
        return self.name


class Partner(Orderable):
    practice = ParentalKey("library.PracticePage", on_delete=models.CASCADE, related_name="partners")
    name = models.CharField(_("name"), max_length=150, help_text=_("Example: three amateur football clubs."))
    kind = models.ForeignKey(
        PartnerKind,
        verbose_name=_("kind"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"merged_into": None},
    )
    role = models.CharField(
        _("role"), max_length=200, blank=True, help_text=_("What they do. Example: gives the training.")
    )

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self):
        return self.name


class KnowledgeSource(Orderable):
    practice = ParentalKey("library.PracticePage", on_delete=models.CASCADE, related_name="knowledge_sources")
    title = models.CharField(_("title"), max_length=200, help_text=_("Example: What works in fair internships."))
    url = models.URLField(_("link"), blank=True)
    note = models.CharField(_("what you used it for"), max_length=250, blank=True)

    panels = [FieldRowPanel([FieldPanel("title"), FieldPanel("url")]), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("knowledge")
        verbose_name_plural = _("knowledge")

    def __str__(self):
        return self.title


class ContactPerson(Orderable):
    practice = ParentalKey("library.PracticePage", on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=100)
    function = models.CharField(_("function"), max_length=150, blank=True, help_text=_("Example: policy officer."))
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    is_deputy = models.BooleanField(_("deputy"), default=False, help_text=_("Takes over when the other is away."))

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("function")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone"), FieldPanel("is_deputy")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("contact person")
        verbose_name_plural = _("contact people")

    def __str__(self):
        return self.name
