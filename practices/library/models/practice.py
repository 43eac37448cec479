from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page

from practices.library.completeness import completeness_of
from practices.library.forms import PracticeForm
from practices.library.models.pages import MunicipalityPage
from practices.library.models.parts import Anchoring, Context, Evidence, Money, Origin, Period, Story, Theory
from practices.library.page_views import practice_context
from practices.library.panels import edit_handler
from practices.library.querysets import PracticeManager
from practices.municipalities.models import Municipality
from practices.taxonomy.choices import Phase
from practices.taxonomy.models import Approach, Ground, PartnerKind, Role, TargetGroup, Theme, resolve_merged

TAG_FIELDS = ("themes", "approaches", "target_groups", "grounds", "roles")


def term_field(model, label, **options):
    return ParentalManyToManyField(
        model, verbose_name=label, related_name=f"practices_with_{model._meta.model_name}", **{"blank": True, **options}
    )


class PracticePage(Period, Context, Story, Theory, Money, Evidence, Anchoring, Origin, Page):
    """What one municipality did, in the fixed template that makes practices comparable."""

    summary = models.CharField(
        _("summary"),
        max_length=200,
        help_text=_("One sentence: who does what, for whom? Example: three clubs make their own plan after talks."),
    )
    municipality = models.ForeignKey(
        Municipality,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="practices",
        verbose_name=_("municipality"),
        help_text=_("Always that of the page above; empty when the source hides the name."),
    )
    other_municipalities = ParentalManyToManyField(
        Municipality, verbose_name=_("municipalities that take part"), blank=True, related_name="joint_practices"
    )
    themes = term_field(Theme, _("themes"), blank=False)
    approaches = term_field(Approach, _("approaches"), blank=False)
    target_groups = term_field(TargetGroup, _("target groups"))
    grounds = term_field(Ground, _("grounds of discrimination"))
    roles = term_field(Role, _("municipal roles"))
    phase = models.CharField(_("phase"), max_length=20, choices=Phase, blank=True)
    cover = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    cover_alt = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("For people who do not see it. Example: a coach talks with young players."),
    )
    contact_email = models.EmailField(
        _("role address"), blank=True, help_text=_("Stays when people leave. Example: inclusion@municipality.nl.")
    )
    content_key = models.SlugField(
        max_length=120,
        unique=True,
        null=True,
        editable=False,
        help_text="Name of the content file that it came from, so that loading again makes no double.",
    )
    is_fictional = models.BooleanField(_("made-up example"), default=False, editable=False)

    objects = PracticeManager()

    SEARCH_KIND = "practice"
    parent_page_types = ["library.MunicipalityPage", "library.PracticeIndexPage"]
    subpage_types = []
    exclude_fields_in_copy = ["content_key"]
    # What belongs to the page itself and not to one of its versions: an old version must not bring it back.
    KEPT_OVER_VERSIONS = ("content_key", "is_fictional", "municipality_id")
    template = "practices/practice.html"
    edit_handler = edit_handler
    base_form_class = PracticeForm

    class Meta:
        verbose_name = _("practice")
        verbose_name_plural = _("practices")

    def clean(self):
        super().clean()
        if self.cover and not self.cover_alt:
            raise ValidationError({"cover_alt": _("Say what the picture shows, for people who do not see it.")})

    def save(self, *args, **kwargs):
        self.replace_merged_terms()
        self.municipality = self.municipality_above()
        super().save(*args, **kwargs)

    def with_content_json(self, content):
        version = super().with_content_json(content)
        for name in self.KEPT_OVER_VERSIONS:
            setattr(version, name, getattr(self, name))
        version.replace_merged_terms()
        return version

    def replace_merged_terms(self):
        """A version from before a merge of words holds the one that went; it gets the one that stayed."""
        for field in TAG_FIELDS:
            terms = list(getattr(self, field).all())
            if any(term.merged_into_id for term in terms):
                setattr(self, field, resolve_merged(terms))
        for partner in self.partners.all():
            if partner.kind and partner.kind.merged_into:
                partner.kind = PartnerKind.objects.get(pk=partner.kind.merged_into_id)

    def municipality_above(self):
        """The municipality whose page this practice hangs below, None below the index."""
        parent = MunicipalityPage.objects.filter(path=self.path[: -self.steplen]).select_related("municipality")
        return next((page.municipality for page in parent), None)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "practice": self, **practice_context(request, self)}

    def get_absolute_url(self):
        return self.get_url()

    @cached_property
    def has_contact(self):
        """Whether there is somebody to call or mail; says not who, so everybody may know."""
        if self.contact_email or getattr(self, "has_contact_person", False):
            return True
        return not hasattr(self, "has_contact_person") and self.contacts.exists()

    @cached_property
    def main_theme(self):
        """The first theme, which gives the practice its colour and mark; None without themes."""
        return next(iter(self.themes.all()), None)

    @cached_property
    def completeness(self):
        return completeness_of(self)
