from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import WorkflowState
from wagtail.users.models import UserProfile

from networks.publishing.teams import make_editor
from practices.library.models import PracticePage
from tests.networks.factories import PersonFactory, practice_below

SITE = "http://localhost:8000"


@pytest.fixture
def practice(tilburg):
    return practice_below(tilburg, "Voetbal voor iedereen")


@pytest.fixture
def submit(saved):
    """Submits a practice as the admin does, with a new version that holds the given changes."""

    def submit(practice, editor, **changes):
        for name, value in changes.items():
            setattr(practice, name, value)
        practice.save_revision(user=editor)
        with saved():
            practice.get_workflow().start(practice, editor)

    return submit


@pytest.fixture
def decide(as_user, saved):
    """Approves or rejects in the admin, as a coordinator does with the button on the page."""

    def decide(practice, person, action, comment=""):
        task_state = practice.current_workflow_task_state
        url = f"/admin/pages/workflow/action/{practice.pk}/{action}/{task_state.pk}/"
        with saved():
            return as_user(person).post(url, {"comment": comment})

    return decide


def told(mailoutbox):
    return sorted((mail.to[0], mail.subject) for mail in mailoutbox)


def test_submission_is_told_to_coordinators(practice, editor, coordinator, submit, mailoutbox):
    submit(practice, editor)

    (mail,) = mailoutbox
    assert mail.to == ["coen@netwerk.example"]
    assert mail.subject == "Graag uw oordeel: Voetbal voor iedereen"
    assert mail.body == (
        "Dag Coen de Wit,\n\n"
        "Tess Aydin diende een nieuwe pagina in: ‘Voetbal voor iedereen’ (Tilburg).\n\n"
        "Keurt u het goed? Of stuurt u het terug met een opmerking?\n\n"
        f"Lezen en beslissen:\n{SITE}/admin/pages/{practice.pk}/edit/\n\n"
        "--\nWaarom krijgt u dit? U bent coördinator van Leerkring.\nLeerkring: http://localhost:8000\n"
    )


def test_without_coordinators_administrators_are_told(practice, editor, coordinator, submit, mailoutbox):
    coordinator.is_active = False
    coordinator.save()
    PersonFactory(email="beheer@netwerk.example", is_superuser=True)

    submit(practice, editor)

    assert [mail.to for mail in mailoutbox] == [["beheer@netwerk.example"]]


def test_coordinator_who_wants_no_mail_gets_none(practice, editor, coordinator, submit, mailoutbox):
    UserProfile.objects.create(user=coordinator, submitted_notifications=False)

    submit(practice, editor)

    assert mailoutbox == []


def test_approved_practice_is_public_and_its_editor_hears_where(
    client, practice, editor, coordinator, submit, decide, mailoutbox
):
    submit(practice, editor)
    mailoutbox.clear()

    decide(practice, coordinator, "approve")

    (mail,) = mailoutbox
    practice = PracticePage.objects.get(pk=practice.pk)
    assert practice.live
    assert (mail.to, mail.subject) == (["tess@tilburg.example"], "Online: Voetbal voor iedereen")
    assert mail.body == (
        "Dag Tess Aydin,\n\n"
        "Uw tekst ‘Voetbal voor iedereen’ is goedgekeurd. Iedereen kan hem nu lezen.\n\n"
        "Dank u wel voor het delen.\n\n"
        f"Bekijk de pagina:\n{SITE}/gemeenten/tilburg/voetbal-voor-iedereen/\n\n"
        "--\nWaarom krijgt u dit? U diende deze pagina in.\nLeerkring: http://localhost:8000\n"
    )


def test_other_editors_of_the_municipality_hear_that_it_is_online(
    practice, editor, tilburg, coordinator, other_editor, submit, decide, mailoutbox
):
    make_editor(PersonFactory(email="sam@tilburg.example"), tilburg)
    submit(practice, editor)
    mailoutbox.clear()

    decide(practice, coordinator, "approve")

    assert told(mailoutbox) == [
        ("sam@tilburg.example", "Online: Voetbal voor iedereen"),
        ("tess@tilburg.example", "Online: Voetbal voor iedereen"),
    ]
    assert "Coen de Wit zette ‘Voetbal voor iedereen’ online." in mailoutbox[1].body


def test_returned_practice_comes_back_with_the_comment(practice, editor, coordinator, submit, decide, mailoutbox):
    submit(practice, editor)
    mailoutbox.clear()

    decide(practice, coordinator, "reject", comment="Noem de clubs.\nEn het jaar.")

    (mail,) = mailoutbox
    assert not PracticePage.objects.get(pk=practice.pk).live
    assert (mail.to, mail.subject) == (["tess@tilburg.example"], "Kijk hier nog eens naar: Voetbal voor iedereen")
    assert "Coen de Wit schreef:\n\n> Noem de clubs.\n> En het jaar.\n" in mail.body
    assert f"{SITE}/admin/pages/{practice.pk}/edit/" in mail.body


def test_practice_that_is_submitted_again_is_told_again(
    practice, editor, coordinator, submit, decide, saved, mailoutbox
):
    submit(practice, editor)
    decide(practice, coordinator, "reject", comment="Noem de clubs.")
    mailoutbox.clear()

    practice.save_revision(user=editor)
    with saved():
        practice.current_workflow_state.resume(editor)

    assert told(mailoutbox) == [("coen@netwerk.example", "Graag uw oordeel: Voetbal voor iedereen")]


def test_reviewer_sees_what_changed_since_the_approved_version(
    as_user, tilburg, editor, coordinator, submit, mailoutbox
):
    practice = practice_below(tilburg, "Voetbal voor iedereen", live=True, summary="Drie clubs maken een plan.")

    submit(practice, editor, summary="Vijf clubs maken een plan.")

    compare = f"/admin/pages/{practice.pk}/revisions/compare/live...{practice.latest_revision_id}/"
    page = as_user(coordinator).get(f"/admin/pages/{practice.pk}/edit/").content.decode()
    difference = as_user(coordinator).get(compare).content.decode()
    assert f"Bekijk wat er is veranderd:\n{SITE}{compare}\n" in mailoutbox[0].body
    assert "Lezers zien voorlopig de oude versie." in mailoutbox[0].body
    assert "Tess Aydin wijzigde deze pagina." in page
    assert f'href="{compare}"' in page.split("Tess Aydin wijzigde deze pagina.")[1][:600]
    assert '<span class="deletion">Drie</span><span class="addition">Vijf</span> clubs' in difference


def test_editor_is_not_asked_to_decide(as_user, practice, editor, coordinator, submit):
    submit(practice, editor)

    page = as_user(editor).get(f"/admin/pages/{practice.pk}/edit/").content.decode()

    assert "diende deze nieuwe pagina in" not in page


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_editor_does_not_decide(practice, editor, coordinator, submit, decide, action):
    submit(practice, editor)

    decide(practice, editor, action)

    assert not PracticePage.objects.get(pk=practice.pk).live
    assert practice.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_submission_survives_a_mail_server_that_is_down(practice, editor, coordinator, submit, monkeypatch):
    def refuse(message):
        raise ConnectionRefusedError

    monkeypatch.setattr("networks.mail.sending.EmailMultiAlternatives.send", refuse)

    submit(practice, editor)

    assert practice.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_editors_hear_what_a_coordinator_does_with_their_page(practice, editor, coordinator, saved, mailoutbox):
    with saved():
        practice.get_latest_revision().publish(user=coordinator)
    with saved():
        PracticePage.objects.get(pk=practice.pk).unpublish(user=coordinator)
    with saved():
        PracticePage.objects.get(pk=practice.pk).delete(user=coordinator)

    assert [(mail.to[0], mail.subject) for mail in mailoutbox] == [
        ("tess@tilburg.example", "Online: Voetbal voor iedereen"),
        ("tess@tilburg.example", "Offline: Voetbal voor iedereen"),
        ("tess@tilburg.example", "Verwijderd: Voetbal voor iedereen"),
    ]
    assert "Coen de Wit haalde ‘Voetbal voor iedereen’ offline." in mailoutbox[1].body


def test_planned_practice_comes_online_and_goes_offline_by_the_clock(
    practice, editor, coordinator, submit, decide, saved, mailoutbox, time_machine
):
    now = timezone.now()
    submit(practice, editor, go_live_at=now + timedelta(days=1), expire_at=now + timedelta(days=3))
    mailoutbox.clear()
    decide(practice, coordinator, "approve")
    assert told(mailoutbox) == [("tess@tilburg.example", "Goedgekeurd: Voetbal voor iedereen")]
    mailoutbox.clear()

    for days, subject in [(2, "Online: Voetbal voor iedereen"), (4, "Offline: Voetbal voor iedereen")]:
        time_machine.move_to(now + timedelta(days=days))
        with saved():
            call_command("publish_scheduled")

        assert told(mailoutbox) == [("tess@tilburg.example", subject)]
        mailoutbox.clear()


def test_loading_content_sends_no_mail(tilburg, editor, saved, mailoutbox):
    with saved():
        practice_below(tilburg, "Uit een rapport", live=True)

    assert mailoutbox == []


def test_nobody_is_told_of_the_own_work(practice, tilburg, coordinator, submit, decide, saved, mailoutbox):
    make_editor(coordinator, tilburg)

    submit(practice, coordinator)
    decide(practice, coordinator, "approve")
    with saved():
        PracticePage.objects.get(pk=practice.pk).unpublish(user=coordinator)

    assert mailoutbox == []
