from datetime import timedelta

from django.db import models
from django.db.models import Max, Q
from django.utils import timezone

from networks.alerts.timing import Frequency
from search.outbox.models import Drain

WAITS = timedelta(days=7)
KEPT_AFTER_STOPPING = timedelta(days=30)


class SavedSearchQuerySet(models.QuerySet):
    def in_mailbox(self, email):
        """What is mailed to this address, for somebody with an account or without."""
        return self.filter(Q(email=email) | Q(user__email=email))

    def active(self):
        """Those that are mailed about: confirmed, not stopped, and of nobody whose account is closed."""
        return self.filter(Q(user=None) | Q(user__is_active=True), confirmed_at__isnull=False, stopped_at__isnull=True)

    def due(self):
        """Those to look at now: their time has come, or they want news at once and search has heard something."""
        is_due = Q(due_at__lte=timezone.now())
        if heard_at := Drain.objects.aggregate(last=Max("finished_at"))["last"]:
            is_due |= Q(frequency=Frequency.AT_ONCE, checked_at__lte=heard_at)
        return self.active().filter(is_due)

    def outlived(self):
        """Those that nobody confirmed within a week, and those that were stopped a month ago."""
        now = timezone.now()
        return self.filter(Q(confirmed_at=None, asked_at__lt=now - WAITS) | Q(stopped_at__lt=now - KEPT_AFTER_STOPPING))
