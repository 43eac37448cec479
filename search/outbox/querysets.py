from django.db import models
from django.db.models import Q
from django.utils import timezone


class ChangeQuerySet(models.QuerySet):
    def due(self):
        """Rows that may be sent now: their time has come and nobody else is sending them."""
        now = timezone.now()
        return self.filter(Q(claimed_until=None) | Q(claimed_until__lt=now), due_at__lte=now)

    def of_claim(self, claim):
        """Rows that are still held under this lease."""
        return self.filter(claim=claim)
