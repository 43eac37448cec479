"""Who may do what: the one place that decides.

Other rooms ask without importing this: `user.has_perm("library.view_contacts", practice)`, in a template
through the same method. Rights in the editing screens are Wagtail's own, by tree and group; the rules below
only look them up.
"""

from django.contrib.auth.backends import BaseBackend
from wagtail.models import Page


def can_view_contacts(user, practice):
    """Whoever is signed in sees whom to call; visitors do not."""
    return user.is_active and user.is_authenticated


def can_edit_practice(user, practice):
    return _is_editor_of(user, practice) and practice.permissions_for_user(user).can_edit()


def can_moderate(user, page):
    """Coordinators publish; a page that is being moderated waits for them."""
    return _is_editor_of(user, page) and page.permissions_for_user(user).can_publish()


def _is_editor_of(user, page):
    return isinstance(page, Page) and user.is_active and user.has_perm("wagtailadmin.access_admin")


RULES = {
    "library.view_contacts": can_view_contacts,
    "library.edit_practice": can_edit_practice,
    "library.moderate": can_moderate,
}


class PermissionBackend(BaseBackend):
    """Lets `user.has_perm(name, object)` answer by the rules above, also for visitors."""

    def has_perm(self, user_obj, perm, obj=None):
        rule = RULES.get(perm)
        return bool(rule and obj is not None and rule(user_obj, obj))
