import pytest

from practices.taxonomy.choices import Mark
from practices.taxonomy.loading import load_terms
from practices.taxonomy.merging import merge_terms
from practices.taxonomy.models import Approach, Ground, PartnerKind, Role, TargetGroup, Term, Theme

pytestmark = pytest.mark.django_db


def test_project_brings_enough_words_of_every_kind():
    load_terms()

    assert Theme.objects.groups().count() == 3
    assert Theme.objects.exclude(parent=None).count() >= 12
    assert Approach.objects.count() >= 25
    assert TargetGroup.objects.count() >= 15
    assert Ground.objects.count() == 12
    assert PartnerKind.objects.count() >= 10
    assert [role.slug for role in Role.objects.all()] == ["werkgever", "dienstverlener", "beleidsmaker"]


def test_every_word_of_the_project_has_a_definition_and_synonyms_and_every_theme_a_mark():
    load_terms()

    assert list(Term.objects.filter(definition="")) == []
    assert [term for term in Term.objects.all() if not term.synonyms] == []
    assert {theme.mark for theme in Theme.objects.all()} == set(Mark.values)


def test_loading_again_adds_and_changes_nothing():
    added = load_terms()
    before = list(Term.objects.order_by("pk").values())

    added_again = load_terms()

    assert added == len(before)
    assert added_again == 0
    assert list(Term.objects.order_by("pk").values()) == before


def test_loading_keeps_what_an_editor_wrote():
    load_terms()
    theme = Theme.objects.get(slug="racisme-en-vooroordelen")
    theme.name, theme.definition, theme.synonyms = "Racisme", "Onze eigen woorden.", ["uitsluiting"]
    theme.save()

    load_terms()

    theme.refresh_from_db()
    assert (theme.name, theme.definition, theme.synonyms) == ("Racisme", "Onze eigen woorden.", ["uitsluiting"])


def test_loading_fills_what_is_empty():
    load_terms()
    theme = Theme.objects.get(slug="kansrijke-start")
    definition = theme.definition
    theme.definition, theme.synonyms = "", []
    theme.save()

    load_terms()

    theme.refresh_from_db()
    assert theme.definition == definition
    assert "voorschool" in theme.synonyms


def test_loading_does_not_bring_back_a_merged_term():
    load_terms()
    source, target = Approach.objects.get(slug="abcd"), Approach.objects.get(slug="community-cirkels")
    merge_terms(source=source, target=target)

    assert load_terms() == 0
    assert Approach.objects.get(slug="abcd").merged_into_id == target.pk


def test_missing_theme_comes_below_the_group_that_took_over_its_own():
    load_terms()
    old, new = Theme.objects.get(slug="gelijke-kansen"), Theme.objects.get(slug="antidiscriminatie")
    merge_terms(source=old, target=new)
    Theme.objects.get(slug="kansrijke-start").delete()

    assert load_terms() == 1
    assert Theme.objects.get(slug="kansrijke-start").parent_id == new.pk
