"""An editor fills in the form of the admin: half-filled is welcome, and nothing typed is lost."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from networks.publishing.actions import ensure_publishing
from networks.publishing.coordinators import make_coordinator
from networks.publishing.teams import make_editor
from practices.library.models import PracticePage
from tests.networks.factories import PersonFactory
from tests.practices.practice_factories import municipality_page
from tests.practices.term_factories import ApproachFactory, ThemeFactory

pytestmark = pytest.mark.django_db
LISTS = ("funding_sources", "partners", "knowledge_sources", "contacts")
STREAMS = (
    "content", "reason", "origin", "course", "yield_municipality", "yield_partners", "yield_residents",
    "knowledge_role", "lessons_worked", "lessons_failed", "continuation", "indicators",
)  # fmt: skip


@pytest.fixture
def tilburg():
    return municipality_page("Tilburg")


@pytest.fixture
def editor(client, tilburg):
    ensure_publishing()
    editor = PersonFactory()
    make_editor(editor, tilburg)
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    return editor


@pytest.fixture
def least():
    """What a browser sends when only the least is filled in."""
    return {
        "title": "Voetbal voor iedereen",
        "summary": "Drie clubs maken een plan.",
        "themes": [ThemeFactory(name="Sport").pk],
        "approaches": [ApproachFactory(name="Gesprek").pk],
        "content": streamfield([("text", rich_text("<p>Drie gesprekken.</p>"))]),
    }


def form(**filled):
    """A filled form with its lists and sections, empty where nothing was typed."""
    ticked = {name: filled.pop(name) for name in ("themes", "approaches") if name in filled}
    empty = {name: streamfield([]) for name in STREAMS} | {name: inline_formset([]) for name in LISTS}
    return nested_form_data({"slug": "voetbal", "own_experience": rich_text(""), **empty, **filled}) | ticked


def send(client, tilburg, action="", **filled):
    actions = {action: "1"} if action else {}
    return client.post(f"/admin/pages/add/library/practicepage/{tilburg.pk}/", form(**filled) | actions)


def test_half_filled_practice_can_be_submitted(client, tilburg, editor, least):
    send(client, tilburg, "action-submit", **least)

    practice = PracticePage.objects.get()
    draft = practice.get_latest_revision_as_object()
    assert (practice.live, practice.workflow_in_progress) == (False, True)
    assert (draft.title, draft.summary) == ("Voetbal voor iedereen", "Drie clubs maken een plan.")
    assert [theme.name for theme in draft.themes.all()] == ["Sport"]
    assert [approach.name for approach in draft.approaches.all()] == ["Gesprek"]
    assert "Drie gesprekken." in str(draft.content[0].value)
    assert draft.municipality == tilburg.municipality


@pytest.mark.parametrize("lacking", ["title", "summary", "themes", "approaches", "content"])
def test_what_is_needed_is_asked_for_and_nothing_is_lost(client, tilburg, editor, least, lacking):
    del least[lacking]

    response = send(client, tilburg, "action-submit", **least, policy_context="Er was al beleid.")

    assert response.status_code == 200
    assert list(response.context["form"].errors) == [lacking]
    assert PracticePage.objects.count() == 0
    body = response.content.decode()
    assert "Er was al beleid." in body
    assert [
        words
        for words in ("Voetbal voor iedereen", "Drie clubs maken een plan.", "Drie gesprekken.")
        if words not in body
    ] == {
        "title": ["Voetbal voor iedereen"],
        "summary": ["Drie clubs maken een plan."],
        "content": ["Drie gesprekken."],
    }.get(lacking, [])


@pytest.mark.parametrize("lacking", ["summary", "themes", "approaches", "content"])
def test_draft_may_lack_anything_but_its_title(client, tilburg, editor, least, lacking):
    del least[lacking]

    send(client, tilburg, **least)

    assert PracticePage.objects.get().title == "Voetbal voor iedereen"


def test_draft_that_is_opened_and_sent_back_stays_the_same(client, tilburg, editor, least):
    send(client, tilburg, **least)
    practice = PracticePage.objects.get()
    before = practice.get_latest_revision().content

    assert client.get(f"/admin/pages/{practice.pk}/edit/").status_code == 200
    client.post(f"/admin/pages/{practice.pk}/edit/", form(**least))

    after = practice.get_latest_revision().content
    kept = ("title", "summary", "themes", "approaches", "municipality")
    assert [after[name] for name in kept] == [before[name] for name in kept]


def test_preview_shows_the_draft(client, tilburg, editor, least):
    address = f"/admin/pages/add/library/practicepage/{tilburg.pk}/preview/"

    assert client.post(address, form(**least)).json() == {"is_valid": True, "is_available": True}

    page = client.get(f"{address}?mode=")
    assert page.status_code == 200
    assert "Drie gesprekken." in page.content.decode()


def test_coordinator_approves_from_the_edit_form_and_the_practice_is_live(client, tilburg, editor, least):
    send(client, tilburg, "action-submit", **least)
    practice = PracticePage.objects.get()
    coordinator = PersonFactory()
    make_coordinator(coordinator)
    client.force_login(coordinator, backend="django.contrib.auth.backends.ModelBackend")
    approval = {"action-workflow-action": "true", "workflow-action-name": "approve"}

    client.post(f"/admin/pages/{practice.pk}/edit/", form(**least) | approval)

    practice.refresh_from_db()
    assert practice.live
    assert practice.current_workflow_state is None


def test_empty_texts_that_the_form_opened_are_left_out(client, tilburg, editor, least):
    send(client, tilburg, **least, reason=streamfield([("text", rich_text("<p></p>"))]))

    practice = PracticePage.objects.get().get_latest_revision_as_object()
    assert len(practice.content) == 1
    assert len(practice.reason) == 0


def test_new_practice_opens_with_a_text_to_write_in(client, tilburg, editor):
    form = client.get(f"/admin/pages/add/library/practicepage/{tilburg.pk}/").context["form"]

    assert [block.block_type for block in form.instance.content] == ["text"]
