"""Who hears what. Nobody gets a mail about what they did themselves, or a kind that they switched off."""

from wagtail.models import WorkflowState
from wagtail.users.models import UserProfile

from networks.mail.letters import in_language_of
from networks.mail.sending import send_letter
from networks.people.models import User
from networks.publishing import letters
from networks.publishing.teams import editors_of


def tell(people, kind, write, *, besides=None):
    """Sends each person the letter that `write()` gives, in the language of that person.

    `kind` is "submitted", "approved" or "rejected": the choices on the account page of the admin.
    `besides` is the person who knows already.
    """
    for person in people:
        if person == besides or not person.is_active:
            continue
        if not getattr(UserProfile.get_for_user(person), f"{kind}_notifications"):
            continue
        with in_language_of(person):
            send_letter(write(), to=person.email, reader_name=person.get_full_name())


def tell_of_submission(task_state, author):
    page = task_state.workflow_state.content_object.specific
    people = User.objects.filter(is_active=True, groups__in=task_state.task.specific.groups.all()).distinct()
    if not people:
        people = User.objects.filter(is_active=True, is_superuser=True)
    tell(people, "submitted", lambda: letters.submitted(page, author, task_state.revision), besides=author)


def tell_of_return(workflow_state, reviewer):
    page = workflow_state.content_object.get_latest_revision_as_object()
    comment = workflow_state.current_task_state.specific.get_comment()
    tell(
        filter(None, [workflow_state.requested_by]),
        "rejected",
        lambda: letters.returned(page, reviewer, comment),
        besides=reviewer,
    )


def tell_of_publication(page, revision, actor):
    """The one who submitted this version hears that it was approved, the other editors that it is online."""
    submitter = submitter_of(revision)
    others = editors_of(page).exclude(pk=submitter.pk) if submitter else editors_of(page)
    if submitter:
        tell([submitter], "approved", lambda: letters.approved(page), besides=actor)
    tell(others, "approved", lambda: letters.published(page, actor), besides=actor)


def tell_of_scheduling(page, revision, actor, moment):
    submitter = submitter_of(revision)
    if submitter:
        tell([submitter], "approved", lambda: letters.approved_for_later(page, moment), besides=actor)


def tell_of_coming_online(page):
    tell(editors_of(page), "approved", lambda: letters.published(page, None))


def tell_of_taking_down(page, actor):
    tell(editors_of(page), "approved", lambda: letters.taken_down(page, actor), besides=actor)


def tell_of_deletion(page, actor):
    """An editor who throws away a text of the own team needs no witnesses."""
    editors = list(editors_of(page))
    if actor not in editors:
        title, place = page.title, page.get_parent().title
        tell(editors, "approved", lambda: letters.deleted(title, place, actor))


def submitter_of(revision):
    """The person whose submission led to this approved version; None when it did not go through moderation."""
    state = (
        WorkflowState.objects.filter(status=WorkflowState.STATUS_APPROVED, task_states__revision=revision)
        .order_by("-created_at")
        .first()
    )
    return state.requested_by if state else None
