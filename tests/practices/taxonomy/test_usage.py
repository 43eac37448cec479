import pytest

from practices.taxonomy import usage
from practices.taxonomy.choices import TermKind
from practices.taxonomy.models import PartnerKind, Term, Theme
from tests.practices.taxonomy.tagged.models import Note, NotePartner
from tests.practices.term_factories import PartnerKindFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def public_notes(monkeypatch):
    monkeypatch.setattr(usage, "_registered", [])
    usage.register_usage(
        used_by=lambda: Note.objects.filter(is_public=True),
        paths={TermKind.THEME: "themes", TermKind.PARTNER_KIND: "partners__kind"},
    )


def note(*themes, is_public=True):
    note = Note(title="Notitie", is_public=is_public)
    note.themes.set(themes)
    note.save()
    return note


def counts(terms):
    return {term.name: term.usage for term in terms.with_usage()}


def test_usage_counts_what_a_visitor_may_see():
    sport, rare = ThemeFactory(name="Sport"), ThemeFactory(name="Zelden")
    note(sport)
    note(sport)
    note(sport, rare, is_public=False)

    assert counts(Theme.objects.all()) == {"Sport": 2, "Zelden": 0}


def test_group_counts_a_note_with_two_of_its_themes_once():
    group = ThemeFactory(name="Groep")
    one, two = ThemeFactory(name="Een", parent=group), ThemeFactory(name="Twee", parent=group)
    note(one, two)
    note(group)

    assert counts(Theme.objects.all()) == {"Groep": 2, "Een": 1, "Twee": 1}


def test_note_with_two_partners_of_a_kind_counts_once():
    kind = PartnerKindFactory(name="School")
    tagged = note()
    for _ in range(2):
        NotePartner.objects.create(note=tagged, kind=kind)

    assert counts(PartnerKind.objects.all()) == {"School": 1}


def test_terms_of_several_kinds_are_counted_together():
    sport = ThemeFactory(name="Sport")
    school = PartnerKindFactory(name="School")
    NotePartner.objects.create(note=note(sport), kind=school)

    assert counts(Term.objects.all()) == {"Sport": 1, "School": 1}


def test_things_of_two_rooms_are_added_up():
    sport = ThemeFactory(name="Sport")
    note(sport)
    usage.register_usage(used_by=lambda: Note.objects.all(), paths={TermKind.THEME: "themes"})

    assert counts(Theme.objects.all()) == {"Sport": 2}


def test_nothing_registered_means_nothing_used(monkeypatch):
    monkeypatch.setattr(usage, "_registered", [])
    note(ThemeFactory(name="Sport"))

    assert counts(Theme.objects.all()) == {"Sport": 0}


@pytest.mark.parametrize("number", [1, 5])
def test_usage_of_any_number_of_terms_is_one_query(django_assert_num_queries, number):
    for _ in range(number):
        note(ThemeFactory())

    with django_assert_num_queries(1):
        assert [theme.usage for theme in Theme.objects.with_usage()] == [1] * number
