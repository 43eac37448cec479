import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import translation

from practices.taxonomy.models import Approach, Term, Theme, resolve_merged
from practices.taxonomy.signals import terms_changed
from tests.practices.term_factories import ApproachFactory, GroundFactory, TargetGroupFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_term_gets_its_kind_and_address_by_itself():
    theme = ThemeFactory(name="Één sterke buurt")

    assert (theme.kind, theme.slug) == ("theme", "een-sterke-buurt")


def test_name_without_letters_still_gets_an_address():
    assert TargetGroupFactory(name="???").slug == "target-group"


def test_second_term_with_the_same_slug_gets_a_number():
    ApproachFactory(name="Dialoog")

    assert ApproachFactory(name="Dialoog!").slug == "dialoog-2"


def test_address_stays_when_the_name_changes():
    theme = ThemeFactory(name="Sport")

    theme.name = "Sport en bewegen"
    theme.save()

    assert Theme.objects.get().slug == "sport"


def test_two_kinds_may_share_a_name_and_an_address():
    ThemeFactory(name="Sport")

    assert ApproachFactory(name="Sport").slug == "sport"


def test_proxy_sees_only_its_own_kind():
    theme = ThemeFactory()
    ApproachFactory()

    assert list(Theme.objects.all()) == [theme]
    assert Term.objects.count() == 2


def test_name_is_unique_within_its_kind_in_any_case():
    ThemeFactory(name="Sport")

    with translation.override("en"), pytest.raises(ValidationError, match="There is already a term with this name"):
        Theme(name="SPORT").full_clean()
    with pytest.raises(IntegrityError):
        ThemeFactory(name="sport")


def test_theme_cannot_hang_below_a_theme_in_a_group():
    theme = ThemeFactory(parent=ThemeFactory())

    with pytest.raises(ValidationError) as refusal:
        Theme(name="Te diep", parent=theme).full_clean()

    assert list(refusal.value.message_dict) == ["parent"]


def test_group_with_themes_cannot_go_into_a_group():
    group, other = ThemeFactory(), ThemeFactory()
    ThemeFactory(parent=group)

    group.parent = other
    with pytest.raises(ValidationError) as refusal:
        group.full_clean()

    assert list(refusal.value.message_dict) == ["parent"]


@pytest.mark.parametrize("wrong", [{"mark": "sport"}, {"kind": "colour"}])
def test_database_refuses_what_may_never_be(wrong):
    ground = GroundFactory()

    with pytest.raises(IntegrityError):
        Term.objects.filter(pk=ground.pk).update(**wrong)


def test_database_refuses_an_approach_in_a_group():
    approach = ApproachFactory()

    with pytest.raises(IntegrityError):
        Approach.objects.filter(pk=approach.pk).update(parent=ThemeFactory())


def test_database_refuses_a_term_that_is_its_own_group():
    theme = ThemeFactory()

    with pytest.raises(IntegrityError):
        Theme.objects.filter(pk=theme.pk).update(parent=theme)


def test_theme_without_a_mark_shows_that_of_its_group():
    group = ThemeFactory(mark="wonen")

    assert ThemeFactory(parent=group).display_mark == "wonen"
    assert ThemeFactory(parent=group, mark="sport").display_mark == "sport"
    assert ApproachFactory().display_mark == ""


def test_words_of_a_theme_include_those_of_its_group():
    group = ThemeFactory(name="Antidiscriminatie", synonyms=["discriminatie"])
    theme = ThemeFactory(name="Sport", synonyms=["voetbalclub"], parent=group)

    assert theme.words == ("Sport", "voetbalclub", "Antidiscriminatie", "discriminatie")


def test_synonyms_are_made_tidy():
    theme = ThemeFactory.build(name="Sport", synonyms=["  voetbal  club ", "sport", "", "Voetbal club", "gym"])

    theme.clean()

    assert theme.synonyms == ["voetbal club", "gym"]


def test_themes_stand_below_their_own_group():
    second = ThemeFactory(name="Antidiscriminatie", sort_order=2)
    first = ThemeFactory(name="Weerbaar", sort_order=1)
    child = ThemeFactory(name="Zorgen", parent=second)
    other_child = ThemeFactory(name="Beleid", parent=first)

    assert list(Theme.objects.in_tree_order()) == [first, other_child, second, child]


def test_listeners_hear_of_a_changed_group_and_its_themes():
    group = ThemeFactory()
    theme = ThemeFactory(parent=group)
    heard = []

    def listen(terms, **kwargs):
        heard.extend(term.pk for term in terms)

    terms_changed.connect(listen)
    try:
        group.save()
    finally:
        terms_changed.disconnect(listen)

    assert heard == [group.pk, theme.pk]


def test_tags_written_down_before_a_merge_resolve_to_what_the_term_became():
    target, other = ThemeFactory(), ThemeFactory()
    merged = ThemeFactory(merged_into=target)

    resolved = resolve_merged([merged, other, target])

    assert resolved == [target, other]
    assert [type(term) for term in resolved] == [Theme, Theme]
    assert resolve_merged([]) == []
