"""Coordinators: who approve what editors submit, anywhere on the site, and keep the terms and the words of search."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, Page

from networks.people.models import User
from networks.publishing.teams import FILE_RIGHTS, allow_admin, allow_files, allow_pages

GROUP_NAME = "Coördinatoren"
PAGE_RIGHTS = ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"]
# Terms are merged, never deleted: a deleted term would take its tags along.
OTHER_RIGHTS = {
    "taxonomy": ["add", "change", "view"],
    "wagtailredirects": ["add", "change", "delete", "view"],
    "wording": ["add", "change", "delete", "view"],
}


def make_coordinator(user):
    user.groups.add(coordinators_group())


def coordinators_group():
    return Group.objects.get_or_create(name=GROUP_NAME)[0]


def coordinators():
    return User.objects.filter(is_active=True, groups__name=GROUP_NAME)


def ensure_coordinators_group():
    """The group with its rights on the whole site, completed where they are missing."""
    group = coordinators_group()
    allow_admin(group)
    allow_pages(group, Page.get_first_root_node(), PAGE_RIGHTS)
    allow_files(group, Collection.get_first_root_node(), FILE_RIGHTS)
    for app_label, actions in OTHER_RIGHTS.items():
        for action in actions:
            rights = Permission.objects.filter(content_type__app_label=app_label, codename__startswith=f"{action}_")
            group.permissions.add(*rights)
    return group
