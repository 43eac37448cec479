"""Publishing, planning, moving, renaming and deleting keep addresses, words and search in step."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction, Revision
from wagtail.signals import page_published, page_unpublished

from practices.library.models import PracticePage
from practices.municipalities.models import Spelling
from practices.taxonomy.merging import merge_terms
from practices.taxonomy.models import Theme
from search.engines import get_engine
from search.outbox.models import Change
from search.query import SearchQuery
from tests.practices.municipality_factories import EndedMunicipalityFactory
from tests.practices.practice_factories import municipality_page, practice_draft, publish, published_practice, story
from tests.practices.term_factories import ApproachFactory, PartnerKindFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_index(search_index):
    """Only what is sent through the outbox can be found."""


@pytest.fixture
def tilburg():
    return municipality_page("Tilburg")


def found(text, **facets):
    facets = {name: (value,) for name, value in facets.items()}
    results = get_engine().search(SearchQuery(text=text, facets=facets, kinds=("practice",)))
    return [hit.url for hit in results.hits]


def address(response):
    return response.status_code, response.headers.get("Location")


def test_published_practice_is_found(tilburg, saved):
    with saved():
        published_practice(tilburg, title="Voetbal voor iedereen")

    assert found("voetbal") == ["/gemeenten/tilburg/voetbal-voor-iedereen/"]
    assert Change.objects.count() == 0


@pytest.mark.parametrize(("signal", "act"), [(page_published, publish), (page_unpublished, PracticePage.unpublish)])
def test_change_is_noted_even_when_the_process_is_killed_just_after_saving(tilburg, monkeypatch, signal, act):
    practice = published_practice(tilburg)
    Change.objects.all().delete()

    def killed(**kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(signal, "send", killed)
    with pytest.raises(KeyboardInterrupt):
        act(practice)

    assert Change.objects.get().entry_id == f"library.practicepage:{practice.pk}"


def test_practice_is_found_by_every_name_that_its_municipality_gets(tilburg, saved):
    with saved():
        published_practice(tilburg, title="Voetbal voor iedereen")
        udenhout = EndedMunicipalityFactory(name="Udenhout")
    with saved():
        udenhout.successors.add(tilburg.municipality)
        Spelling.objects.create(municipality=tilburg.municipality, text="Kruikenstad")

    assert found("udenhout") == found("kruikenstad") == ["/gemeenten/tilburg/voetbal-voor-iedereen/"]

    with saved():
        udenhout.successors.clear()

    assert found("udenhout") == []


def test_draft_is_not_found(tilburg, saved):
    with saved():
        practice_draft(tilburg, title="Voetbal voor iedereen")

    assert found("voetbal") == []


def test_draft_of_a_live_practice_changes_nothing_for_readers(client, tilburg, saved):
    old, new = ThemeFactory(name="Sport"), ThemeFactory(name="Werk")
    with saved():
        practice = published_practice(tilburg, themes=[old])
    draft = PracticePage.objects.get(pk=practice.pk)
    draft.themes, draft.title = [new], "Een nieuwe titel"

    with saved():
        draft.save_revision()

    practice.refresh_from_db()
    assert (practice.title, list(practice.themes.all())) == ("Voetbal voor iedereen", [old])
    assert found("", theme="sport") == [practice.url]
    assert found("", theme="werk") == []


def test_planned_practice_comes_and_goes_by_the_clock(client, tilburg, saved, time_machine):
    now = timezone.now()
    practice = practice_draft(tilburg, go_live_at=now + timedelta(days=1), expire_at=now + timedelta(days=3))
    with saved():
        practice.save_revision().publish()
    assert (found("voetbal"), client.get(practice.url).status_code) == ([], 404)

    time_machine.move_to(now + timedelta(days=2))
    with saved():
        call_command("publish_scheduled")
    assert (found("voetbal"), client.get(practice.url).status_code) == ([practice.url], 200)

    time_machine.move_to(now + timedelta(days=4))
    with saved():
        call_command("publish_scheduled")
    assert (found("voetbal"), client.get(practice.url).status_code) == ([], 404)


def test_unpublished_practice_leaves_search_and_keeps_its_words(client, tilburg, saved):
    with saved():
        practice = published_practice(tilburg, themes=[ThemeFactory(name="Sport")])

    with saved():
        PracticePage.objects.get(pk=practice.pk).unpublish()

    practice.refresh_from_db()
    assert (found("voetbal"), client.get(practice.url).status_code) == ([], 404)
    assert [theme.name for theme in practice.themes.all()] == ["Sport"]


def test_moved_practice_belongs_to_the_municipality_above_it(client, tilburg, saved):
    venray = municipality_page("Venray", province="limburg")
    with saved():
        practice = published_practice(tilburg)

    with saved():
        practice.move(venray, pos="last-child")

    practice = PracticePage.objects.get(pk=practice.pk)
    assert practice.municipality == venray.municipality
    assert found("", province="limburg") == found("venray") == ["/gemeenten/venray/voetbal-voor-iedereen/"]
    assert found("tilburg") == found("", province="gelderland") == []
    old = client.get("/gemeenten/tilburg/voetbal-voor-iedereen/")
    assert address(old) == (301, "/gemeenten/venray/voetbal-voor-iedereen/")


def test_draft_from_before_a_move_is_published_in_the_new_municipality(tilburg, saved):
    venray = municipality_page("Venray")
    practice = published_practice(tilburg)
    draft = practice.save_revision()
    practice.move(venray, pos="last-child")

    draft = Revision.objects.get(pk=draft.pk)
    assert draft.as_object().municipality == venray.municipality
    draft.publish()

    practice = PracticePage.objects.get(pk=practice.pk)
    assert (practice.municipality, practice.url) == (venray.municipality, "/gemeenten/venray/voetbal-voor-iedereen/")


def test_renamed_practice_leads_on_from_its_old_address(client, tilburg, saved):
    with saved():
        practice = published_practice(tilburg)

    with saved():
        publish(practice, slug="voetbal")

    assert found("voetbal") == ["/gemeenten/tilburg/voetbal/"]
    assert address(client.get("/gemeenten/tilburg/voetbal-voor-iedereen/")) == (301, "/gemeenten/tilburg/voetbal/")


def test_deleted_practice_leads_to_its_municipality(client, tilburg, saved):
    with saved():
        practice = published_practice(tilburg)

    with saved():
        practice.delete()

    assert found("voetbal") == []
    assert address(client.get("/gemeenten/tilburg/voetbal-voor-iedereen/")) == (301, "/gemeenten/tilburg/")


def test_deleted_practice_without_municipality_leads_to_the_search_page(client, saved):
    practice = published_practice()
    assert practice.url == "/praktijken/voetbal-voor-iedereen/"

    practice.delete()

    assert address(client.get("/praktijken/voetbal-voor-iedereen/")) == (301, "/praktijken/")


def test_address_can_be_used_and_deleted_again(client, tilburg):
    for _time in range(2):
        practice = published_practice(tilburg)
        assert client.get(practice.url).status_code == 200
        practice.delete()

    assert address(client.get("/gemeenten/tilburg/voetbal-voor-iedereen/")) == (301, "/gemeenten/tilburg/")


def test_page_of_a_municipality_can_go_with_its_practices(client, tilburg, saved):
    with saved():
        published_practice(tilburg)

    with saved():
        tilburg.delete()

    assert found("voetbal") == []
    assert PracticePage.objects.count() == 0


def test_draft_that_is_deleted_leaves_no_address(client, tilburg):
    practice = practice_draft(tilburg)

    practice.delete()

    assert client.get("/gemeenten/tilburg/voetbal-voor-iedereen/").status_code == 404


def test_practice_that_becomes_private_is_no_longer_found_until_it_is_public_again(tilburg, saved):
    with saved():
        practice = published_practice(tilburg)

    with saved():
        restriction = PageViewRestriction.objects.create(page=tilburg, restriction_type=PageViewRestriction.LOGIN)
    assert found("voetbal") == []

    with saved():
        restriction.delete()
    assert found("voetbal") == [practice.url]


def test_merged_word_takes_its_practices_along(tilburg, saved):
    source, target = ThemeFactory(name="Voetbalwerk"), ThemeFactory(name="Sport")
    with saved():
        practice = published_practice(tilburg, title="Naar de club", themes=[source])

    with saved():
        merge_terms(source=source, target=target)

    assert [theme.name for theme in PracticePage.objects.get().themes.all()] == ["Sport"]
    assert found("", theme="sport") == found("voetbalwerk") == [practice.url]
    assert found("", theme="voetbalwerk") == []


def test_draft_from_before_a_merge_gets_the_word_that_stayed(tilburg):
    source, target = ThemeFactory(name="Voetbalwerk"), ThemeFactory(name="Sport")
    kind, other_kind = PartnerKindFactory(name="Club"), PartnerKindFactory(name="Vereniging")
    practice = practice_draft(tilburg, themes=[source])
    practice.partners.create(name="SV Noord", kind=kind)
    draft = practice.save_revision()
    merge_terms(source=source, target=target)
    merge_terms(source=kind, target=other_kind)

    version = draft.as_object()

    assert [theme.name for theme in version.themes.all()] == ["Sport"]
    assert [partner.kind.name for partner in version.partners.all()] == ["Vereniging"]
    draft.publish()
    practice = PracticePage.objects.get()
    assert [theme.name for theme in practice.themes.all()] == ["Sport"]
    assert [partner.kind.name for partner in practice.partners.all()] == ["Vereniging"]


def test_practice_is_found_by_a_new_synonym_of_its_word_and_of_its_group(tilburg, saved):
    group = ThemeFactory(name="Weerbaarheid")
    theme, approach = ThemeFactory(name="Sport", parent=group), ApproachFactory(name="Gesprek")
    with saved():
        practice = published_practice(tilburg, themes=[theme], approaches=[approach])
    assert found("kruiwagen") == found("paraplu") == found("zwerfkei") == []

    with saved():
        for term, synonym in (
            (theme, "kruiwagen"),
            (Theme.objects.get(pk=group.pk), "paraplu"),
            (approach, "zwerfkei"),
        ):
            term.synonyms = [synonym]
            term.save()

    assert found("kruiwagen") == found("paraplu") == found("zwerfkei") == [practice.url]


def test_renamed_municipality_renames_its_page_and_is_found_by_its_new_name(client, tilburg, saved):
    with saved():
        practice = published_practice(tilburg)
    municipality = tilburg.municipality
    municipality.name = "Kruikenstad"

    with saved():
        municipality.save()

    tilburg.refresh_from_db()
    assert (tilburg.title, tilburg.draft_title, tilburg.url) == ("Kruikenstad", "Kruikenstad", "/gemeenten/tilburg/")
    assert found("kruikenstad") == [practice.url]
    assert found("tilburg") == []


def test_copy_is_a_practice_of_its_own_with_its_own_versions(tilburg):
    venray = municipality_page("Venray")
    practice = published_practice(tilburg, content_key="voetbal")

    copy = practice.copy(to=venray, recursive=False, copy_revisions=True, keep_live=False)

    assert (copy.content_key, copy.municipality) == (None, venray.municipality)
    copy.get_latest_revision().publish()
    copy = PracticePage.objects.get(pk=copy.pk)
    assert (copy.content_key, copy.municipality) == (None, venray.municipality)


def test_old_version_does_not_bring_back_what_belongs_to_the_page(tilburg):
    practice = published_practice(tilburg, content=story("Eerst."))
    version = practice.get_latest_revision()
    PracticePage.objects.filter(pk=practice.pk).update(is_fictional=True, content_key="voetbal")

    version.publish()

    practice = PracticePage.objects.get()
    assert (practice.is_fictional, practice.content_key) == (True, "voetbal")
