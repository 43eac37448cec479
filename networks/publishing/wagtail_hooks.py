from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from networks.people.invitations import invite_person
from networks.publishing.letters import compare_url
from networks.publishing.start_panel import StartPanel
from networks.publishing.visibility import without_hidden


@hooks.register("after_create_user")
def invite_new_person(request, user):
    invite_person(user)
    messages.success(request, _("%(email)s gets an e-mail to choose a password.") % {"email": user.email})


@hooks.register("construct_page_chooser_queryset")
def choose_only_what_may_be_seen(pages, request):
    return without_hidden(pages, request.user)


@hooks.register("before_edit_page")
def point_reviewer_to_changes(request, page):
    """Tells a coordinator who opens a submitted page what to decide on, with the changes one click away."""
    task_state = page.current_workflow_task_state
    if request.method != "GET" or not task_state or not may_decide(task_state, page, request.user):
        return
    words = {"author": task_state.workflow_state.requested_by or _("An editor")}
    if page.live_revision_id:
        messages.warning(
            request,
            _("%(author)s changed this page. Approve it or return it with a comment.") % words,
            buttons=[messages.button(compare_url(page, task_state.revision), _("See what changed"))],
        )
    else:
        messages.warning(request, _("%(author)s submitted this new page. Approve it or return it.") % words)


def may_decide(task_state, page, user):
    actions = task_state.task.specific.get_actions(page, user) if task_state.status == "in_progress" else []
    return "approve" in [name for name, _label, _modal in actions]


@hooks.register("construct_main_menu")
def hide_what_editors_do_not_need(request, menu_items):
    """Reports and help are for those who approve; editors see their pages, pictures and files."""
    if not request.user.has_perm("taxonomy.change_term"):
        menu_items[:] = [item for item in menu_items if item.name not in {"reports", "help"}]


@hooks.register("register_account_menu_item")
def register_password_link(request):
    return {
        "url": reverse("account_change_password"),
        "label": _("Change your password"),
        "help_text": _("You do this on the site itself."),
    }


@hooks.register("construct_homepage_panels")
def begin_with_writing(request, panels):
    panels.append(StartPanel(request.user))
