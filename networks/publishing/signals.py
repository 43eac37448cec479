"""What happens to a page, passed on to the people it concerns and to the names of its team."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageLogEntry
from wagtail.signals import task_submitted, workflow_rejected

from networks.publishing import notices
from networks.publishing.actions import ensure_publishing
from networks.publishing.models import EditorialTeam
from networks.publishing.teams import keep_name


@receiver(task_submitted)
def on_submission(sender, instance, user, **kwargs):
    if isinstance(instance.workflow_state.content_object, Page):
        notices.tell_of_submission(instance, user)


@receiver(workflow_rejected)
def on_return(sender, instance, user, **kwargs):
    if isinstance(instance.content_object, Page):
        notices.tell_of_return(instance, user)


@receiver(post_save, sender=PageLogEntry)
def on_log_entry(sender, instance, created, **kwargs):
    """Publishing is read from Wagtail's log, because its signals do not say who did it or whether it was planned.

    An entry without a person comes from a command, such as the loading of content: nobody is told of that,
    unless it is the clock that did what an editor had planned.
    """
    tell = ON_ACTION.get(instance.action)
    page = tell and instance.page
    if page and created and (instance.user or instance.action in DONE_BY_THE_CLOCK):
        tell(page.specific, instance)


ON_ACTION = {
    "wagtail.publish": lambda page, entry: notices.tell_of_publication(page, entry.revision, entry.user),
    "wagtail.publish.schedule": lambda page, entry: notices.tell_of_scheduling(
        page, entry.revision, entry.user, entry.revision.approved_go_live_at
    ),
    "wagtail.publish.scheduled": lambda page, entry: notices.tell_of_coming_online(page),
    "wagtail.unpublish": lambda page, entry: notices.tell_of_taking_down(page, entry.user),
    "wagtail.unpublish.scheduled": lambda page, entry: notices.tell_of_taking_down(page, None),
    "wagtail.delete": lambda page, entry: notices.tell_of_deletion(page, entry.user),
}
DONE_BY_THE_CLOCK = {"wagtail.publish.scheduled", "wagtail.unpublish.scheduled"}


@receiver(post_save)
def on_page_saved(sender, instance, created, **kwargs):
    if isinstance(instance, Page) and not created:
        keep_name(instance)


@receiver(post_delete, sender=EditorialTeam)
def on_team_deleted(sender, instance, **kwargs):
    """A team goes with its page; its files stay, other pages may show them."""
    instance.group.delete()


def ensure_after_migrate(sender, using, plan=(), **kwargs):
    """Completes groups and workflow after migrating, unless tables were taken away by migrating back."""
    migrated_back = any(backwards for _migration, backwards in plan)
    if using == "default" and not migrated_back:
        ensure_publishing()
