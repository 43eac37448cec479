"""The parts of the case template, each an abstract model, in the order of the page."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField

from practices.library.blocks import LINE_FEATURES, IndicatorBlock, LessonBlock, StoryBlock
from practices.taxonomy.choices import CostBand, EvidenceLevel


class Scope(models.TextChoices):
    MUNICIPALITY = "municipality", _("the whole municipality")
    NEIGHBOURHOOD = "neighbourhood", _("one or more neighbourhoods")


class AnchoringStatus(models.TextChoices):
    OPEN = "open", _("not arranged yet")
    ARRANGED = "arranged", _("being arranged")
    ANCHORED = "anchored", _("part of regular work")
    STOPPED = "stopped", _("stopped")


def year_field(label, **options):
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, validators=[MinValueValidator(1990), MaxValueValidator(2100)], **options
    )


def month_field(label):
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )


def story_field(label, **options):
    return StreamField(StoryBlock(), verbose_name=label, **{"blank": True, "collapsed": False, **options})


class Period(models.Model):
    """When it ran, as precise as the source tells: a year, or a year and a month."""

    start_year = year_field(_("first year"), help_text=_("Example: 2024."))
    start_month = month_field(_("first month"))
    end_year = year_field(_("last year"))
    end_month = month_field(_("last month"))

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        first, last = (self.start_year, self.start_month or 1), (self.end_year, self.end_month or 12)
        if self.start_year and self.end_year and first > last:
            raise ValidationError({"end_year": _("The last year is before the first year.")})


class Context(models.Model):
    scope = models.CharField(_("where it takes place"), max_length=20, choices=Scope, blank=True)
    neighbourhood = models.CharField(
        _("neighbourhood"), max_length=100, blank=True, help_text=_("Example: Camminghaburen.")
    )
    policy_context = models.TextField(
        _("policy context"),
        blank=True,
        help_text=_("What policy was there already? Example: an inclusion policy, but no budget."),
    )

    class Meta:
        abstract = True


class Story(models.Model):
    reason = story_field(_("occasion"), help_text=_("Why did you start? Example: parents told us about insults."))
    origin = story_field(
        _("how the plan came about"), help_text=_("Who decided what? Example: the alderman chose sport.")
    )
    content = story_field(
        _("what it is"),
        blank=False,
        help_text=_("What do you do, step by step? Example: talks with three clubs, then a plan for each."),
    )
    course = story_field(_("how it went"), help_text=_("What went well, what was late? Example: clubs joined fast."))
    yield_municipality = story_field(
        _("yield for the municipality"), help_text=_("Example: we know the clubs now, and they know us.")
    )
    yield_partners = story_field(_("yield for partners"), help_text=_("Example: the clubs call each other."))
    yield_residents = story_field(_("yield for residents"), help_text=_("Example: players report sooner."))
    knowledge_role = story_field(
        _("the role of knowledge"), help_text=_("What research or experience did you use? Example: a guide of KIS.")
    )
    lessons_worked = StreamField(
        [("lesson", LessonBlock())], verbose_name=_("what worked"), blank=True, collapsed=False
    )
    lessons_failed = StreamField(
        [("lesson", LessonBlock())], verbose_name=_("what did not work"), blank=True, collapsed=False
    )
    continuation = story_field(
        _("anchoring and what comes next"), help_text=_("Example: from 2027 the sports budget pays.")
    )

    class Meta:
        abstract = True


class TheoryStep(NamedTuple):
    stage: str
    label: str
    lines: list[str]


def theory_field(label, example):
    return models.TextField(label, blank=True, help_text=example)


class Theory(models.Model):
    """The theory of change, from what goes in to what it brings; one line for each point."""

    theory_input = theory_field(_("input"), _("One line for each point. Example: an adviser for 4 hours a week."))
    theory_activities = theory_field(_("activities"), _("One line for each point. Example: two talks in each club."))
    theory_short_term = theory_field(_("short term"), _("One line for each point. Example: coaches dare to step in."))
    theory_middle_term = theory_field(_("middle term"), _("One line for each point. Example: each club has a plan."))
    theory_long_term = theory_field(_("long term"), _("One line for each point. Example: everybody feels at home."))

    THEORY_STAGES = ("input", "activities", "short_term", "middle_term", "long_term")

    class Meta:
        abstract = True

    @property
    def theory_steps(self):
        """The stages that hold something, first to last."""
        steps = []
        for stage in self.THEORY_STAGES:
            field = self._meta.get_field(f"theory_{stage}")
            lines = [line.strip(" -•") for line in field.value_from_object(self).splitlines() if line.strip(" -•")]
            if lines:
                steps.append(TheoryStep(stage, field.verbose_name, lines))
        return steps


class Money(models.Model):
    budget_eur = models.PositiveIntegerField(
        _("total budget in euros"), null=True, blank=True, help_text=_("Whole euros. Example: 45000.")
    )
    budget_spent_on = models.TextField(
        _("what it is spent on"), blank=True, help_text=_("Example: the training, and an adviser for the clubs.")
    )
    hours_per_week = models.DecimalField(
        _("hours a week"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(2000)],
        help_text=_("Of the municipality's own people. Example: 4."),
    )

    class Meta:
        abstract = True

    @property
    def cost_band(self):
        """The CostBand of the budget, None when it is not known."""
        return CostBand.of(self.budget_eur)

    @property
    def cofinancing_share(self):
        """Share of the named amounts that does not come from a grant, between 0 and 1; None without amounts.

        Source: the co-financing question in the evaluation of the one-off grant (Omlo & Walz, 2022, 2.3).
        """
        amounts = [(source.kind, source.amount_eur) for source in self.funding_sources.all() if source.amount_eur]
        total = sum(amount for _kind, amount in amounts)
        return sum(amount for kind, amount in amounts if kind != "grant") / total if total else None


class Evidence(models.Model):
    """Two kinds side by side: the municipality's own experience and a level that others recognised."""

    own_experience = RichTextField(
        _("own experience"),
        blank=True,
        features=LINE_FEATURES,
        help_text=_("What do you see yourself? Example: four clubs still use their plan."),
    )
    evidence_level = models.CharField(_("recognised level"), max_length=30, choices=EvidenceLevel, blank=True)
    evidence_issuer = models.CharField(
        _("recognised by"), max_length=150, blank=True, help_text=_("Example: a committee for interventions.")
    )
    evidence_date = models.DateField(_("recognised on"), null=True, blank=True)
    evidence_expires_on = models.DateField(_("valid until"), null=True, blank=True)
    indicators = StreamField(
        [("indicator", IndicatorBlock())], verbose_name=_("indicators"), blank=True, collapsed=True
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.evidence_date and self.evidence_expires_on and self.evidence_expires_on < self.evidence_date:
            raise ValidationError({"evidence_expires_on": _("This date is before the date of recognition.")})

    @property
    def evidence_has_lapsed(self):
        return bool(
            self.evidence_level and self.evidence_expires_on and self.evidence_expires_on < timezone.localdate()
        )

    @property
    def current_evidence_level(self):
        """The recognised EvidenceLevel that still holds today, or None."""
        return EvidenceLevel(self.evidence_level) if self.evidence_level and not self.evidence_has_lapsed else None


class Anchoring(models.Model):
    money_ends_on = models.DateField(_("the money ends on"), null=True, blank=True)
    next_payer = models.CharField(
        _("who pays next"), max_length=200, blank=True, help_text=_("Example: the sports budget of the municipality.")
    )
    anchoring_status = models.CharField(_("anchoring"), max_length=20, choices=AnchoringStatus, blank=True)
    stopped_reason = models.TextField(
        _("why it stopped"), blank=True, help_text=_("Example: nobody had time after the project leader left.")
    )

    class Meta:
        abstract = True


class Origin(models.Model):
    """Where the facts come from and who looked at them last."""

    source_title = models.CharField(
        _("source"), max_length=250, blank=True, help_text=_("Example: interim report 2026.")
    )
    source_chapter = models.CharField(_("chapter"), max_length=150, blank=True)
    source_author = models.CharField(_("author"), max_length=150, blank=True)
    source_year = year_field(_("year of the source"))
    source_url = models.URLField(_("link to the source"), blank=True)
    last_reviewed_on = models.DateField(_("last reviewed on"), null=True, blank=True)
    last_reviewed_by = models.CharField(
        _("reviewed by"), max_length=150, blank=True, help_text=_("Example: the municipality of Tilburg.")
    )
    next_review_on = models.DateField(_("next review on"), null=True, blank=True)

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.last_reviewed_on and self.next_review_on and self.next_review_on <= self.last_reviewed_on:
            raise ValidationError({"next_review_on": _("The next review must come after the last one.")})
