"""The queue in which mails wait in production: what got stuck goes on, what is done is forgotten."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from networks.mail.sending import deliver

# A mail server gets 10 seconds (EMAIL_TIMEOUT) for each step: what takes so long was interrupted.
STUCK_AFTER = timedelta(minutes=15)
# Addresses and texts of mails stand in the queue.
KEPT = timedelta(days=14)


def tend_queue():
    """For the worker. A mail whose worker was killed is sent again, so it may come twice but never gets lost."""
    now = timezone.now()
    mails = DBTaskResult.objects.filter(task_path=deliver.module_path)
    mails.running().filter(started_at__lt=now - STUCK_AFTER).update(status=TaskResultStatus.READY)
    mails.finished().filter(finished_at__lt=now - KEPT).delete()
