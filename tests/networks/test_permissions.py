import pytest
from django.contrib.auth.models import AnonymousUser

from networks.permissions import RULES
from tests.networks.factories import PersonFactory, practice_below

WHO_MAY = {
    "library.view_contacts": {"member", "editor", "other_editor", "coordinator", "administrator"},
    "library.edit_practice": {"editor", "coordinator", "administrator"},
    "library.moderate": {"coordinator", "administrator"},
}


@pytest.fixture
def cast(member, editor, other_editor, coordinator):
    return {
        "visitor": AnonymousUser(),
        "closed account": PersonFactory(is_active=False),
        "member": member,
        "editor": editor,
        "other_editor": other_editor,
        "coordinator": coordinator,
        "administrator": PersonFactory(is_superuser=True),
    }


def test_every_rule_is_proven_here():
    assert set(WHO_MAY) == set(RULES)


@pytest.mark.parametrize("rule", WHO_MAY)
def test_who_may_do_what_with_a_practice_of_tilburg(cast, tilburg, rule):
    practice = practice_below(tilburg, "Voetbal voor iedereen")

    assert {name for name, user in cast.items() if user.has_perm(rule, practice)} == WHO_MAY[rule]


def test_rule_about_nothing_in_particular_is_answered_with_no(cast):
    assert not cast["member"].has_perm("library.view_contacts")
