"""Searches that somebody wants to hear of, and what each of them was told."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from networks.alerts.querysets import SavedSearchQuerySet
from networks.alerts.timing import Frequency

# What fits in an index of PostgreSQL together with an address.
QUESTION_LENGTH, NAME_LENGTH = 2000, 1000


def new_token():
    """256 bits that nobody guesses: who has it came by our e-mail."""
    return secrets.token_urlsafe(32)


class SavedSearch(models.Model):
    """A question that somebody wants e-mail about; of a person with an account, or of a bare address.

    Practices that first came online after `since` are new. Nothing is mailed before it is confirmed or
    after it is stopped.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="saved_searches",
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    question = models.CharField(_("question"), max_length=QUESTION_LENGTH, blank=True)
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    frequency = models.CharField(_("how often"), max_length=10, choices=Frequency)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    token = models.CharField(_("secret"), max_length=43, unique=True, default=new_token, editable=False)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    since = models.DateTimeField(_("tells what is newer than"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    stopped_at = models.DateTimeField(_("stopped"), null=True, blank=True)
    checked_at = models.DateTimeField(_("last looked at"), null=True, blank=True)
    due_at = models.DateTimeField(_("looked at again"), default=timezone.now, db_index=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="saved_search_has_one_owner",
                condition=Q(user=None, email__gt="") | Q(user__isnull=False, email=""),
            ),
            models.CheckConstraint(name="saved_search_frequency_is_known", condition=Q(frequency__in=Frequency.values)),
            models.UniqueConstraint(name="saved_search_once_a_person", fields=["user", "question"]),
            models.UniqueConstraint(
                name="saved_search_once_an_address", fields=["email", "question"], condition=Q(user=None)
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """Where whoever has the secret changes or stops it."""
        return reverse("alerts:manage", args=[self.token])

    @property
    def address(self):
        return self.user.email if self.user else self.email

    @property
    def search_url(self):
        return reverse("finding:search") + (f"?{self.question}" if self.question else "")

    @property
    def is_waiting(self):
        """Whether it waits to be confirmed."""
        return self.confirmed_at is None and self.stopped_at is None

    @property
    def is_active(self):
        return self.confirmed_at is not None and self.stopped_at is None


class Told(models.Model):
    """That a saved search was told of an entry, so that it never is again."""

    saved_search = models.ForeignKey(
        SavedSearch, verbose_name=_("saved search"), on_delete=models.CASCADE, related_name="told"
    )
    entry_id = models.CharField(_("entry"), max_length=200)
    told_at = models.DateTimeField(_("told"), default=timezone.now)

    class Meta:
        verbose_name = _("told entry")
        verbose_name_plural = _("told entries")
        constraints = [models.UniqueConstraint(name="told_once", fields=["saved_search", "entry_id"])]

    def __str__(self):
        return self.entry_id
