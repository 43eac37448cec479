"""Coordinators keep the words of search; editors of a municipality do not see them."""

import pytest
from django.urls import reverse

SCREENS = [
    *(f"{name}:{view}" for name in ("search_synonyms", "search_pins") for view in ("index", "add")),
    "search_synonyms:own",
    "search_questions:index",
]


@pytest.mark.parametrize("screen", SCREENS)
def test_coordinator_may_and_editor_may_not(as_user, coordinator, editor, screen):
    address = reverse(screen)

    assert [as_user(person).get(address).status_code for person in (coordinator, editor)] == [200, 302]


@pytest.mark.parametrize("name", ["words", "answers", "questions"])
def test_coordinator_has_the_rights_of_every_screen(coordinator, name):
    rights = {
        "words": [f"wording.{action}_synonymrule" for action in ("add", "change", "delete", "view")],
        "answers": [f"wording.{action}_pinnedanswer" for action in ("add", "change", "delete", "view")],
        "questions": ["wording.view_askedtext"],
    }

    assert coordinator.has_perms(rights[name])
