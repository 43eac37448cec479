import pytest
from django.contrib.auth.models import Group
from wagtail.images.models import Image
from wagtail.models import Collection, GroupPagePermission, Page, Workflow

from networks.people.models import User
from networks.publishing.actions import ensure_publishing
from networks.publishing.models import EditorialTeam
from networks.publishing.teams import editors_of, make_editor
from tests.networks.factories import PersonFactory, practice_below


def rights(group):
    return {
        (right.page.title, right.permission.codename)
        for right in GroupPagePermission.objects.filter(group=group).select_related("page", "permission")
    }


def test_editor_may_write_in_own_municipality_only_and_not_publish(editor, tilburg, venray):
    practice = practice_below(tilburg, "Voetbal voor iedereen")
    elsewhere = practice_below(venray, "Praten in de wijk")

    here, there = practice.permissions_for_user(editor), elsewhere.permissions_for_user(editor)

    assert rights(Group.objects.get(name="Redactie Tilburg")) == {
        ("Tilburg", "add_page"),
        ("Tilburg", "change_page"),
    }
    assert (here.can_edit(), here.can_publish(), here.can_unpublish()) == (True, False, False)
    assert (there.can_edit(), there.can_publish(), there.can_delete()) == (False, False, False)
    assert tilburg.permissions_for_user(editor).can_add_subpage()
    assert not venray.permissions_for_user(editor).can_add_subpage()


def test_second_editor_joins_the_same_team(editor, tilburg):
    second = PersonFactory(first_name="Sam")

    make_editor(second, tilburg)

    assert EditorialTeam.objects.count() == 1
    assert set(editors_of(tilburg)) == {editor, second}


def test_team_stays_when_the_municipality_gets_another_name(editor, tilburg):
    team = EditorialTeam.objects.get()

    tilburg.municipality.name = "Tilburg aan de Leij"
    tilburg.municipality.save()
    make_editor(editor, Page.objects.get(pk=tilburg.pk).specific)

    team = EditorialTeam.objects.get(pk=team.pk)
    assert (team.group.name, team.collection.name) == ("Redactie Tilburg aan de Leij",) * 2
    assert list(team.group.user_set.all()) == [editor]
    assert not Group.objects.filter(name="Redactie Tilburg").exists()


def test_team_ends_with_its_page_and_its_files_stay(editor, tilburg):
    tilburg.delete()

    assert not EditorialTeam.objects.exists()
    assert not Group.objects.filter(name="Redactie Tilburg").exists()
    assert Collection.objects.filter(name="Redactie Tilburg").exists()
    assert User.objects.filter(pk=editor.pk).exists()


def test_pictures_of_a_team_are_its_own(as_user, editor, other_editor):
    collection = EditorialTeam.objects.get(group__user=other_editor).collection
    Image.objects.create(title="Foto van Venray", file="x.png", width=1, height=1, collection=collection)

    own = as_user(other_editor).get("/admin/images/chooser/results/").content.decode()
    strange = as_user(editor).get("/admin/images/chooser/results/").content.decode()

    assert "Foto van Venray" in own
    assert "Foto van Venray" not in strange


def test_coordinator_publishes_and_locks_anywhere(coordinator, tilburg):
    practice = practice_below(tilburg, "Voetbal voor iedereen", live=True)

    tester = practice.permissions_for_user(coordinator)

    assert (tester.can_edit(), tester.can_publish(), tester.can_unpublish(), tester.can_lock()) == (True,) * 4


def test_coordinator_keeps_terms_but_deletes_none(coordinator):
    assert coordinator.has_perms(["taxonomy.add_term", "taxonomy.change_term"])
    assert not coordinator.has_perm("taxonomy.delete_term")
    assert not coordinator.has_perm("people.add_user")


@pytest.mark.django_db
def test_publishing_is_made_once_and_without_wagtails_own_groups():
    ensure_publishing()
    ensure_publishing()

    assert list(Group.objects.values_list("name", flat=True)) == ["Coördinatoren"]
    assert list(Workflow.objects.values_list("name", flat=True)) == ["Moderatie"]
    assert Page.get_first_root_node().get_workflow().name == "Moderatie"


@pytest.mark.django_db
def test_workflow_that_somebody_chose_by_hand_stays():
    ensure_publishing()
    own = Workflow.objects.create(name="Twee lezers")
    root = Page.get_first_root_node()
    root.workflowpage.workflow = own
    root.workflowpage.save()

    ensure_publishing()

    assert Page.get_first_root_node().get_workflow() == own
