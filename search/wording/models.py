"""What editors and readers teach search: words that belong together, answers that stand on top, what is asked."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from search.language import synonyms
from search.wording.querysets import AskedTextQuerySet, PinnedAnswerQuerySet

LONGEST_SIDE, LONGEST_QUESTION, LONGEST_KEY = 200, 100, 250


class Sign(models.TextChoices):
    SAME = synonyms.SAME, _("means the same as")
    WIDER = synonyms.WIDER, _("also finds")
    NOT = synonyms.NOT, _("does not mean the same as")


class SynonymRule(models.Model):
    """A rule beside the project's own list in search/language/synonyms.txt."""

    words = models.CharField(
        _("words"), max_length=LONGEST_SIDE, help_text=_("What people type. Put a comma between words.")
    )
    sign = models.CharField(
        _("meaning"),
        max_length=1,
        choices=Sign.choices,
        default=Sign.SAME,
        help_text=_(
            "“Means the same” works in both directions. “Also finds” works in one direction. "
            "“Does not mean the same” switches off a rule that search knows by itself."
        ),
    )
    others = models.CharField(
        _("other words"), max_length=LONGEST_SIDE, help_text=_("Put a comma between words. A group of words is fine.")
    )

    class Meta:
        ordering = ["words", "pk"]
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")

    def __str__(self):
        return f"{self.words} {'≠' if self.sign == Sign.NOT else self.sign} {self.others}"

    @property
    def rule(self):
        return rule_of(self.words, self.sign, self.others)


def rule_of(words, sign, others):
    """The rule for search, of two texts with commas between the words."""
    return synonyms.Rule(parted(words), sign, parted(others))


def parted(text):
    return tuple(part.strip() for part in text.split(",") if part.strip())


class PinnedAnswer(models.Model):
    """An entry that stands on top when somebody asks this question, in these words or other forms of them.

    `key` is what the language of search makes of the question; `entry_id` may be of something that cannot be
    found any more, and then nobody sees it.
    """

    question = models.CharField(_("question"), max_length=LONGEST_QUESTION, help_text=_("What people type."))
    key = models.CharField(max_length=LONGEST_KEY, db_index=True, editable=False)
    entry_id = models.CharField(_("answer"), max_length=200)
    sort_order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("When a question has several answers, the lowest number comes first.")
    )

    objects = PinnedAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["question", "sort_order", "pk"]
        verbose_name = _("pinned answer")
        verbose_name_plural = _("pinned answers")
        constraints = [models.UniqueConstraint(fields=["key", "entry_id"], name="answer_once_per_question")]

    def __str__(self):
        return self.question


class AskedText(models.Model):
    """How often a text was asked on a day. Not by whom, from where or when on that day."""

    day = models.DateField(_("day"))
    text = models.CharField(_("question"), max_length=LONGEST_QUESTION)
    asked = models.PositiveIntegerField(_("asked"), default=0)
    empty = models.PositiveIntegerField(_("without result"), default=0)
    clicked = models.PositiveIntegerField(_("clicked"), default=0)

    objects = AskedTextQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "text"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        default_permissions = ["view"]
        constraints = [models.UniqueConstraint(fields=["day", "text"], name="text_once_a_day")]

    def __str__(self):
        return self.text
