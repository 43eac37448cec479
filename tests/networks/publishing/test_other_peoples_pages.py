"""An editor sees of another municipality what readers see, by whatever screen of the admin."""

import pytest
from django.urls import reverse
from wagtail.admin.urls.pages import urlpatterns

from tests.networks.factories import home, practice_below

SECRET = "Geheim plan"
# What each address of Wagtail's page screens takes; a new one without an answer here fails the test.
PAGE_ARGUMENTS = ("page_id", "pk", "page_to_move_id", "parent_page_id")


@pytest.fixture
def secret(venray, coordinator):
    """A draft of Venray that is submitted, with two versions, so that there is something to leak."""
    practice = practice_below(venray, SECRET, summary=f"{SECRET} een")
    practice.summary = f"{SECRET} twee"
    practice.save_revision()
    practice.get_workflow().start(practice, None)
    return practice


def arguments(pattern, page):
    known = {
        "revision_id": page.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "task_state_id": page.current_workflow_task_state.pk,
        "task_id": page.current_workflow_task.pk,
        "workflow_state_id": page.current_workflow_state.pk,
        "action_name": "approve",
        "destination_id": page.get_parent().pk,
        "content_type_app_name": "library",
        "content_type_model_name": "practicepage",
        **dict.fromkeys(PAGE_ARGUMENTS, page.pk),
    }
    return {name: known[name] for name in pattern.pattern.regex.groupindex}


LISTS = [
    "/admin/",
    "/admin/pages/",
    "/admin/pages/search/?q=Geheim",
    "/admin/pages/search/results/?q=Geheim",
    "/admin/pages/usage/library/practicepage/",
    "/admin/choose-page/search/?q=Geheim",
    "/admin/choose-page/search/?q=Geheim&user_perms=move_to",
    "/admin/reports/aging-pages/",
    "/admin/reports/aging-pages/results/?export=csv",
    "/admin/reports/locked/",
    "/admin/reports/site-history/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/api/main/pages/",
    "/admin/api/main/pages/?search=Geheim",
    "/admin/users/",
    "/django-admin/",
]
SCREENS = [pattern for pattern in urlpatterns if set(PAGE_ARGUMENTS) & set(pattern.pattern.regex.groupindex)]


def test_all_screens_of_a_page_are_looked_at():
    assert len(SCREENS) == 30


def test_screens_of_a_page_stay_shut_for_other_editors(as_user, editor, secret):
    browser = as_user(editor)

    for screen in SCREENS:
        url = reverse(f"wagtailadmin_pages:{screen.name}", kwargs=arguments(screen, secret))
        for response in [browser.get(url), browser.post(url)]:
            assert response.status_code == 404, screen.name
            assert SECRET not in response.content.decode(), screen.name


def test_the_same_screens_open_for_a_coordinator(as_user, coordinator, secret):
    browser = as_user(coordinator)

    for screen in SCREENS:
        if screen.name in {"edit", "history", "revisions_compare", "view_draft", "copy", "move", "usage"}:
            page = browser.get(reverse(f"wagtailadmin_pages:{screen.name}", kwargs=arguments(screen, secret)))
            assert SECRET in page.content.decode(), screen.name


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
def test_bulk_actions_leave_pages_of_others_alone(as_user, editor, secret, venray, action):
    browser = as_user(editor)
    all_below = [f"id=all&childOf={page.pk}" for page in (venray, venray.get_parent())]

    for chosen in [f"id={secret.pk}", "id=all", "id=x", f"id={'9' * 30}", *all_below]:
        url = f"/admin/bulk/wagtailcore/page/{action}/?{chosen}&next=/admin/"
        assert SECRET not in browser.get(url, follow=True).content.decode(), chosen
        browser.post(url)

    secret.refresh_from_db()
    assert not secret.live
    assert secret.get_parent().title == "Venray"


def test_lists_leave_drafts_of_others_out(as_user, editor, secret):
    browser = as_user(editor)

    for url in LISTS:
        response = browser.get(url, follow=True)
        assert response.status_code in {200, 403, 404}, url
        assert SECRET not in b"".join(response).decode(), url


@pytest.mark.parametrize(
    "url", ["/admin/pages/{venray}/", "/admin/choose-page/{venray}/", "/admin/choose-page/{page}/"]
)
def test_part_of_the_tree_of_others_shows_no_drafts(as_user, editor, secret, url):
    response = as_user(editor).get(url.format(venray=secret.get_parent().pk, page=secret.pk), follow=True)

    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("url", ["/admin/api/main/pages/{page}/", "/admin/choose-page/chosen-multiple/?id={page}"])
def test_draft_of_others_can_not_be_asked_by_number(as_user, editor, secret, url):
    response = as_user(editor).get(url.format(page=secret.pk))

    assert SECRET not in response.content.decode()


def test_page_of_others_with_a_new_title_in_its_draft_is_not_offered(as_user, editor, venray):
    practice = practice_below(venray, "Openbaar plan", live=True)
    practice.title = SECRET
    practice.save_revision()

    assert SECRET not in as_user(editor).get(f"/admin/choose-page/{venray.pk}/").content.decode()


def test_public_page_of_others_can_be_linked_to(as_user, editor, venray):
    practice_below(venray, "Openbaar plan", live=True)

    assert "Openbaar plan" in as_user(editor).get(f"/admin/choose-page/{venray.pk}/").content.decode()


def test_editor_takes_own_drafts_in_bulk(as_user, editor, tilburg):
    practice = practice_below(tilburg, SECRET)

    for chosen in [f"id={practice.pk}", f"id=all&childOf={tilburg.pk}"]:
        page = as_user(editor).get(f"/admin/bulk/wagtailcore/page/delete/?{chosen}&next=/admin/")
        assert SECRET in page.content.decode()


def test_editor_finds_own_draft_everywhere(as_user, editor, tilburg, coordinator):
    practice = practice_below(tilburg, SECRET)
    browser = as_user(editor)

    for url in [f"/admin/pages/{tilburg.pk}/", "/admin/pages/search/?q=Geheim", f"/admin/choose-page/{tilburg.pk}/"]:
        assert SECRET in browser.get(url).content.decode(), url
    assert browser.get(f"/admin/pages/{practice.pk}/edit/").status_code == 200


def test_explorer_starts_at_the_own_municipality(as_user, editor, venray, tilburg):
    page = as_user(editor).get("/admin/pages/", follow=True).content.decode()

    assert f"/admin/pages/{tilburg.pk}/" in page
    assert f"/admin/pages/{venray.pk}/" not in page


@pytest.mark.parametrize("parent", ["home", "venray"])
def test_editor_makes_no_page_elsewhere(as_user, editor, venray, parent):
    where = {"home": home(), "venray": venray}[parent]

    response = as_user(editor).post(f"/admin/pages/add/library/practicepage/{where.pk}/", {"title": "Erbij"})

    assert response.status_code in {302, 403, 404}
    assert not where.get_children().filter(title="Erbij").exists()
