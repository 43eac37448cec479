import pytest
from django.utils import translation
from wagtail.models import ReferenceIndex

from practices.taxonomy.merging import MergeError, MergePreview, merge_terms, preview_merge
from practices.taxonomy.models import Term, Theme
from practices.taxonomy.signals import terms_changed
from tests.practices.taxonomy.tagged.models import Following, Note, NotePartner, Reader, ThemeColour
from tests.practices.term_factories import ApproachFactory, PartnerKindFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def source():
    return ThemeFactory(name="Voetbal", synonyms=["amateurvoetbal", "sport"])


@pytest.fixture
def target():
    return ThemeFactory(name="Sport", synonyms=["sportclub"])


def note(*themes, **fields):
    note = Note(title="Notitie", **fields)
    note.themes.set(themes)
    note.save()
    return note


def themes_of(note):
    return list(Note.objects.get(pk=note.pk).themes.order_by("name"))


def test_tags_move_to_the_target(source, target):
    tagged = note(source)

    merge_terms(source=source, target=target)

    assert themes_of(tagged) == [target]


def test_note_with_both_terms_keeps_one_tag(source, target):
    other = ThemeFactory(name="Wonen")
    tagged = note(source, target, other)

    merge_terms(source=source, target=target)

    assert themes_of(tagged) == [target, other]
    assert Note.themes.through.objects.count() == 2


def test_tags_with_something_to_say_of_their_own_move_along(source, target):
    reader = Reader.objects.create(name="Noor")
    Following.objects.create(reader=reader, theme=source, reason="Mijn werk")

    merge_terms(source=source, target=target)

    assert list(Following.objects.values_list("theme", "reason")) == [(target.pk, "Mijn werk")]


def test_tag_of_an_approach_moves_by_a_relation_without_a_way_back():
    source, target = ApproachFactory(), ApproachFactory()
    tagged = note()
    tagged.approaches.add(source)

    merge_terms(source=source, target=target)

    assert list(tagged.approaches.all()) == [target]


def test_foreign_keys_move_and_every_row_stays():
    source, target = PartnerKindFactory(), PartnerKindFactory()
    tagged = note()
    NotePartner.objects.create(note=tagged, kind=source)
    NotePartner.objects.create(note=tagged, kind=target)

    merge_terms(source=source, target=target)

    assert list(NotePartner.objects.values_list("kind", flat=True)) == [target.pk, target.pk]


def test_wagtail_knows_where_a_moved_reference_points(source, target):
    tagged = note(main_theme=source)
    ReferenceIndex.create_or_update_for_object(tagged)

    merge_terms(source=source, target=target)

    assert ReferenceIndex.get_references_to(target).count() == 1
    assert ReferenceIndex.get_references_to(source).count() == 0


def test_themes_of_a_group_go_to_the_other_group(source, target):
    child = ThemeFactory(parent=source)

    merge_terms(source=source, target=target)

    child.refresh_from_db()
    assert child.parent_id == target.pk


def test_name_and_synonyms_become_synonyms_of_the_target(source, target):
    merged = merge_terms(source=source, target=target)

    merged.refresh_from_db()
    assert merged.pk == target.pk
    assert merged.synonyms == ["sportclub", "Voetbal", "amateurvoetbal"]


def test_earlier_merges_lead_to_the_last_target_at_once(source, target):
    earliest = ThemeFactory()
    merge_terms(source=earliest, target=source)

    merge_terms(source=source, target=target)

    assert set(Term.objects.exclude(merged_into=None).values_list("pk", "merged_into")) == {
        (earliest.pk, target.pk),
        (source.pk, target.pk),
    }


def test_merged_term_cannot_be_chosen_any_more(source, target):
    merge_terms(source=source, target=target)

    assert list(Theme.objects.active()) == [target]


def test_new_term_may_take_the_name_but_not_the_address_of_a_merged_one(source, target):
    merge_terms(source=source, target=target)

    assert ThemeFactory(name="Voetbal").slug == "voetbal-2"


def test_listeners_hear_of_the_target_after_the_tags_moved(source, target):
    tagged = note(source)
    heard = []

    def listen(terms, **kwargs):
        heard.extend((term.pk, themes_of(tagged) == [target]) for term in terms)

    terms_changed.connect(listen)
    try:
        merge_terms(source=source, target=target)
    finally:
        terms_changed.disconnect(listen)

    assert (target.pk, True) in heard
    assert (target.pk, False) not in heard


def refused(reason, source, target):
    """A refusal for this reason, by the preview as well as by the merge, that leaves everything as it was."""
    before = list(Term.objects.order_by("pk").values())
    for attempt in (preview_merge, merge_terms):
        with pytest.raises(MergeError) as refusal:
            attempt(source=source, target=target)
        assert str(refusal.value) == reason
    return list(Term.objects.order_by("pk").values()) == before


def test_term_is_not_merged_with_itself(source):
    assert refused("A term cannot be merged with itself.", source, source)


def test_terms_of_two_kinds_are_not_merged(source):
    assert refused("Only terms of the same kind can be merged.", source, ApproachFactory())


def test_merged_term_is_not_merged_again(source, target):
    merge_terms(source=source, target=target)
    source.refresh_from_db()

    assert refused("This term was already merged into “Sport”.", source, ThemeFactory())


def test_nothing_is_merged_into_a_merged_term(source, target):
    merge_terms(source=source, target=target)
    source.refresh_from_db()

    assert refused("“Voetbal” was itself merged into “Sport”. Choose that one.", ThemeFactory(), source)


def test_group_is_not_merged_into_its_own_theme(source):
    child = ThemeFactory(parent=source)

    assert refused("A group cannot be merged into a theme of its own. Move that theme first.", source, child)


def test_group_with_themes_is_not_merged_into_a_theme_of_another_group(source, target):
    ThemeFactory(parent=source)
    other = ThemeFactory(parent=target)

    assert refused("This group has themes of its own. Merge it into another group.", source, other)


def test_merge_looks_at_the_terms_as_they_are_now(source, target):
    stale = Theme.objects.get(pk=source.pk)
    merge_terms(source=source, target=target)

    with pytest.raises(MergeError):
        merge_terms(source=stale, target=ThemeFactory())


def test_refusal_half_way_leaves_every_tag_in_place(source, target):
    tagged = note(source)
    ThemeColour.objects.create(theme=source)
    ThemeColour.objects.create(theme=target)

    with pytest.raises(MergeError, match="Both terms have something"):
        merge_terms(source=source, target=target)

    assert themes_of(tagged) == [source]
    assert Term.objects.exclude(merged_into=None).count() == 0


def test_merge_whose_listener_breaks_leaves_everything_as_it_was(source, target):
    tagged = note(source)
    before = list(Term.objects.order_by("pk").values())

    def break_down(**kwargs):
        raise RuntimeError

    terms_changed.connect(break_down)
    try:
        with pytest.raises(RuntimeError):
            merge_terms(source=source, target=target)
    finally:
        terms_changed.disconnect(break_down)

    assert themes_of(tagged) == [source]
    assert list(Term.objects.order_by("pk").values()) == before


def test_preview_counts_what_the_merge_will_do(source, target):
    note(source)
    note(source, is_public=False)
    note(source, target)
    ThemeFactory(parent=source)

    preview = preview_merge(source=source, target=target)

    assert preview == MergePreview(moved=2, doubles=1, children=1, synonyms=["Voetbal", "amateurvoetbal"])
