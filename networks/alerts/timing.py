"""When a saved search is looked at."""

from datetime import datetime, time, timedelta

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

HOUR = time(7)
MONDAY = 0
# At-once searches are looked at whenever search has heard something new, and after this pause in any case.
LONGEST_PAUSE = timedelta(hours=1)


class Frequency(TextChoices):
    AT_ONCE = "at-once", _("at once")
    DAILY = "daily", _("every day, at seven in the morning")
    WEEKLY = "weekly", _("every week, on Monday morning")


def next_time(frequency, after):
    """The first moment after `after` at which a search of this frequency must be looked at."""
    if frequency == Frequency.AT_ONCE:
        return after + LONGEST_PAUSE
    zone = timezone.get_default_timezone()
    day = after.astimezone(zone).date()
    while True:
        moment = datetime.combine(day, HOUR, tzinfo=zone)
        if moment > after and (frequency == Frequency.DAILY or day.weekday() == MONDAY):
            return moment
        day += timedelta(days=1)
