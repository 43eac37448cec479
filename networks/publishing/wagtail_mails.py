"""Wagtail's own e-mails leave before the change is saved, and a broken mail server breaks the change: ours do not."""

from django.core.exceptions import ImproperlyConfigured
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

RECEIVERS = [
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
]


def silence():
    for signal, sender, name in RECEIVERS:
        if not signal.disconnect(sender=sender, dispatch_uid=name):
            raise ImproperlyConfigured("networks.publishing must come after wagtail.admin in INSTALLED_APPS.")
