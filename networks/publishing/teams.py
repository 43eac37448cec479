"""Editors: who writes for a municipality, with rights on its page, what lies below it, and its own files."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from networks.people.models import User
from networks.publishing.models import EditorialTeam

# Shown to people in the admin, so in Dutch: groups and collections have one name, whatever the reader's language.
TEAM_NAME = "Redactie {}"
PAGE_RIGHTS = ["add_page", "change_page"]
FILE_RIGHTS = ["add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"]


def make_editor(user, page):
    """Makes a person an editor of the page and what lies below it; returns the EditorialTeam."""
    team = ensure_team(page)
    user.groups.add(team.group)
    return team


@transaction.atomic
def ensure_team(page):
    """The team of a page, made with its rights where they are missing."""
    team = EditorialTeam.objects.select_related("group", "collection").filter(page_id=page.pk).first()
    if team is None:
        name = TEAM_NAME.format(page.title)
        group, _created = Group.objects.get_or_create(name=name)
        collection = Collection.get_first_root_node().add_child(name=name)
        team = EditorialTeam.objects.create(page_id=page.pk, group=group, collection=collection)
    allow_admin(team.group)
    allow_pages(team.group, page, PAGE_RIGHTS)
    allow_files(team.group, team.collection, FILE_RIGHTS)
    return team


def keep_name(page):
    """Lets the names of the team of a page follow a new title."""
    team = EditorialTeam.objects.filter(page_id=page.pk).first()
    if team:
        name = TEAM_NAME.format(page.title)
        Group.objects.filter(pk=team.group_id).exclude(name=name).update(name=name)
        Collection.objects.filter(pk=team.collection_id).exclude(name=name).update(name=name)


def editors_of(page):
    """The active people in whose part of the tree the page lies."""
    teams = EditorialTeam.objects.filter(page__in=page.get_ancestors(inclusive=True))
    return User.objects.filter(is_active=True, groups__editorial_team__in=teams).distinct()


def allow_admin(group):
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))


def allow_pages(group, page, codenames):
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def allow_files(group, collection, codenames):
    apps = ["wagtailimages", "wagtaildocs"]
    for permission in Permission.objects.filter(content_type__app_label__in=apps, codename__in=codenames):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
