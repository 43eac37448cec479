"""An answer that is pinned to a question, in whatever form the question is asked."""

import pytest

from search.wording.models import PinnedAnswer
from search.wording.pins import pinned_ids, question_key, renew_keys

pytestmark = pytest.mark.django_db


def pin(question, entry_id="tests.thing:1", **fields):
    return PinnedAnswer.objects.create(question=question, key=question_key(question), entry_id=entry_id, **fields)


@pytest.mark.parametrize(
    ("asked", "is_same"),
    [
        ("voetbalclubs en racisme", True),
        ("Racisme op de voetbalclub!", True),
        ("racisme racisme voetbalclub", True),
        ("voetbalclub", False),
        ("voetbalclub racisme muziek", False),
        ("", False),
        ("de van", False),
    ],
)
def test_question_is_the_same_in_other_forms_and_order(asked, is_same):
    pin("racisme voetbalclub")

    assert pinned_ids(asked) == (["tests.thing:1"] if is_same else [])


def test_answers_stand_in_the_editors_order():
    for number, order in [(1, 5), (2, 0), (3, 9), (4, 5)]:
        pin("voetbal", f"tests.thing:{number}", sort_order=order)

    assert pinned_ids("voetbal") == ["tests.thing:2", "tests.thing:1", "tests.thing:4", "tests.thing:3"]


@pytest.mark.parametrize(("text", "queries"), [("voetbal", 1), ("muziek", 1), ("", 0), ("van de", 0), ("x " * 300, 1)])
def test_asking_costs_one_query_at_most(django_assert_num_queries, text, queries):
    pin("voetbal")

    with django_assert_num_queries(queries):
        pinned_ids(text)


def test_keys_follow_the_language_of_search_after_migrating():
    old, new = pin("voetbal"), pin("muziek")
    PinnedAnswer.objects.filter(pk=old.pk).update(key="as it once was")

    renew_keys()

    assert [answer.key for answer in PinnedAnswer.objects.filter(pk__in=[old.pk, new.pk]).order_by("pk")] == [
        "voetbal",
        "muziek",
    ]
