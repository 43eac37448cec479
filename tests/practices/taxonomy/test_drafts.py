import pytest

from practices.taxonomy.merging import merge_terms
from practices.taxonomy.relations import resolve_tags
from tests.practices.taxonomy.tagged.models import Note, NotePartner
from tests.practices.term_factories import PartnerKindFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def draft_of(**fields):
    """What the draft of a page keeps: its content as text."""
    note = Note(title="Notitie", main_theme=fields.get("main_theme"))
    note.themes = fields.get("themes", [])
    note.partners = [NotePartner(kind=kind) for kind in fields.get("partner_kinds", [])]
    return note.to_json()


def test_tags_of_an_old_draft_become_what_their_terms_became():
    source, target, other = ThemeFactory(), ThemeFactory(), ThemeFactory()
    draft = draft_of(themes=[other, source, target])
    merge_terms(source=source, target=target)

    note = Note.from_json(draft)
    resolve_tags(note)
    note.save()

    assert set(Note.objects.get().themes.all()) == {other, target}
    assert Note.themes.through.objects.count() == 2


def test_foreign_key_of_an_old_draft_leads_to_the_target():
    source, target = ThemeFactory(), ThemeFactory()
    draft = draft_of(main_theme=source)
    merge_terms(source=source, target=target)

    note = Note.from_json(draft)
    resolve_tags(note)

    assert note.main_theme == target


def test_child_rows_of_an_old_draft_lead_to_the_target():
    source, target, other = PartnerKindFactory(), PartnerKindFactory(), PartnerKindFactory()
    draft = draft_of(partner_kinds=[source, other])
    merge_terms(source=source, target=target)

    note = Note.from_json(draft)
    resolve_tags(note)
    note.save()

    assert list(NotePartner.objects.order_by("pk").values_list("kind", flat=True)) == [target.pk, other.pk]


def test_draft_without_merged_terms_stays_as_it_is():
    theme = ThemeFactory()
    note = Note.from_json(draft_of(themes=[theme], main_theme=theme))

    resolve_tags(note)

    assert (list(note.themes.all()), note.main_theme) == ([theme], theme)
