from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from practices.taxonomy.addresses import list_address, term_address
from practices.taxonomy.choices import Mark, TermKind
from practices.taxonomy.names import clean_synonyms, free_slug
from practices.taxonomy.querysets import KindManager, TermManager
from practices.taxonomy.signals import terms_changed


class Term(models.Model):
    """A word to tag with. Its proxies below give each kind a class of its own.

    Terms are never deleted: one that is not wanted is merged into another, so that
    no tag is lost and its old address keeps leading somewhere.
    """

    KIND = None
    SEARCH_KIND = "term"

    kind = models.CharField(_("kind"), max_length=20, choices=TermKind, editable=False)
    name = models.CharField(
        _("name"),
        max_length=80,
        help_text=_("The word that most people use. Example: Community circles."),
    )
    slug = models.SlugField(_("address"), max_length=100, blank=True, editable=False)
    definition = models.TextField(
        _("definition"),
        blank=True,
        max_length=500,
        help_text=_("What is it? One or two short sentences. Visitors read this above the list of practices."),
    )
    synonyms = models.JSONField(_("synonyms"), default=list, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("group"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text=_("The group that this theme belongs to. Leave this empty to make a new group."),
    )
    mark = models.CharField(
        _("mark"),
        max_length=20,
        choices=Mark,
        blank=True,
        help_text=_("The drawing and the colour of this theme. A theme without a mark gets that of its group."),
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged_terms",
    )
    sort_order = models.PositiveSmallIntegerField(
        _("order"),
        default=0,
        help_text=_("Lower numbers come first. Terms with the same number go by name."),
    )

    objects = TermManager()

    class Meta:
        ordering = ["sort_order", "name"]
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        constraints = [
            models.CheckConstraint(name="term_kind_is_known", condition=Q(kind__in=TermKind.values)),
            models.UniqueConstraint(
                "kind",
                "slug",
                name="term_address_is_unique",
                violation_error_message=_("There is already a term with this address."),
            ),
            models.UniqueConstraint(
                "kind",
                Lower("name"),
                name="term_name_is_unique",
                condition=Q(merged_into=None),
                violation_error_message=_("There is already a term with this name."),
            ),
            models.CheckConstraint(
                name="term_only_themes_have_levels", condition=Q(kind=TermKind.THEME) | Q(parent=None)
            ),
            models.CheckConstraint(name="term_only_themes_have_marks", condition=Q(kind=TermKind.THEME) | Q(mark="")),
            models.CheckConstraint(name="term_is_not_its_own_group", condition=Q(parent=None) | ~Q(parent=F("id"))),
            models.CheckConstraint(
                name="term_is_not_merged_into_itself", condition=Q(merged_into=None) | ~Q(merged_into=F("id"))
            ),
            models.CheckConstraint(name="term_merged_has_no_group", condition=Q(merged_into=None) | Q(parent=None)),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.kind = self.KIND or self.kind
        self.slug = self.slug or free_slug(self)
        with transaction.atomic():
            super().save(*args, **kwargs)
            terms_changed.send(sender=Term, terms=[self, *self.children.all()])

    def get_absolute_url(self):
        return term_address(self)

    def clean(self):
        super().clean()
        self.kind = self.KIND or self.kind
        self.synonyms = clean_synonyms(self.synonyms, self.name)
        if self.parent_id and (self.parent.parent_id or self.parent.merged_into_id or self.parent_id == self.pk):
            raise ValidationError({"parent": _("Choose a group, not a theme inside a group.")})
        if self.parent_id and self.pk and self.children.exists():
            raise ValidationError({"parent": _("This group has themes of its own, so it cannot go into a group.")})

    def validate_constraints(self, exclude=None):
        # A form that does not show these fields would skip the constraints they are part of.
        super().validate_constraints(exclude=set(exclude or ()) - {"kind", "slug", "merged_into"})

    @property
    def list_url(self):
        """Address of the list of all terms of this kind."""
        return list_address(self.kind)

    @property
    def display_mark(self):
        """Its own mark, else that of its group; "" for kinds that have none."""
        return self.mark or (self.parent.mark if self.parent_id else "")

    @property
    def is_group(self):
        return self.kind == TermKind.THEME and self.parent_id is None

    @property
    def words(self):
        """All words that should find what carries this term, its group's included."""
        own = (self.name, *self.synonyms)
        return own + ((self.parent.name, *self.parent.synonyms) if self.parent_id else ())


class Theme(Term):
    KIND = TermKind.THEME
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class Approach(Term):
    KIND = TermKind.APPROACH
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = _("approach")
        verbose_name_plural = _("approaches")


class TargetGroup(Term):
    KIND = TermKind.TARGET_GROUP
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")


class Ground(Term):
    KIND = TermKind.GROUND
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = _("ground of discrimination")
        verbose_name_plural = _("grounds of discrimination")


class Role(Term):
    KIND = TermKind.ROLE
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = _("municipal role")
        verbose_name_plural = _("municipal roles")


class PartnerKind(Term):
    KIND = TermKind.PARTNER_KIND
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = _("kind of partner")
        verbose_name_plural = _("kinds of partner")


KIND_MODELS = {model.KIND: model for model in (Theme, Approach, TargetGroup, Ground, Role, PartnerKind)}


def resolve_merged(terms):
    """The terms with each merged one replaced by what it became, in the same order, without doubles.

    For tags that were written down before a merge, such as those in the draft of a
    page: call it when a draft is opened and when it is saved.
    """
    terms = list(terms)
    target_ids = {term.merged_into_id for term in terms} - {None}
    targets = {target.pk: target for term in terms[:1] for target in type(term).objects.filter(pk__in=target_ids)}
    return list(dict.fromkeys(targets.get(term.merged_into_id, term) for term in terms))
