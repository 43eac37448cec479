"""The one workflow of the site: editors submit, coordinators approve or return."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from networks.publishing.coordinators import ensure_coordinators_group

WORKFLOW_NAME = "Moderatie"
TASK_NAME = "Een coördinator keurt goed"


@transaction.atomic
def ensure_publishing():
    """Makes the coordinators' group and the workflow where they are missing; may run any number of times.

    Does nothing before the tree has a root. A workflow that somebody chose for the root by hand stays.
    """
    root = Page.get_first_root_node()
    if root is None:
        return
    group = ensure_coordinators_group()
    chosen = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    if chosen is None or is_wagtails_default(chosen.workflow):
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": moderation_workflow(group)})
        remove_wagtails_defaults()


def moderation_workflow(group):
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW_NAME)
    task = GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow).first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=TASK_NAME)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    task.groups.add(group)
    return workflow


def is_wagtails_default(workflow):
    return workflow.name == "Moderators approval"


def remove_wagtails_defaults():
    """Takes away the groups and the workflow that a new Wagtail comes with, unless somebody uses them."""
    Workflow.objects.filter(name="Moderators approval", workflow_states__isnull=True).delete()
    GroupApprovalTask.objects.filter(workflow_tasks__isnull=True, task_states__isnull=True).exclude(
        name=TASK_NAME
    ).delete()
    Group.objects.filter(name__in=["Moderators", "Editors"], user__isnull=True).delete()
