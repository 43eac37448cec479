"""What the engine must still hear. Rows are written with the change itself and go away once it has heard."""

from django.db import models
from django.utils import timezone

from search.outbox.querysets import ChangeQuerySet


class Change(models.Model):
    """An entry that changed. What it became is read when it is sent, never kept here."""

    entry_id = models.CharField(max_length=200, db_index=True)
    noted_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now, db_index=True)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.TextField(blank=True)
    # Whoever drains holds a lease on its rows: when it is killed, the lease runs out and another goes on.
    claim = models.UUIDField(null=True, db_index=True)
    claimed_until = models.DateTimeField(null=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.entry_id


class Drain(models.Model):
    """One time that rows were sent. Its key is the version of what was sent: a later one is higher."""

    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    entries = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        get_latest_by = "pk"

    def __str__(self):
        return f"{self.pk}: {self.entries}"
