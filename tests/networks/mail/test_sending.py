from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from networks.mail.letters import Letter, Link
from networks.mail.sending import PAUSES, deliver, send_letter

LETTER = Letter(
    subject="Graag uw\noordeel",
    paragraphs=("Tess & Noor dienden <b>iets</b> in.",),
    quote="Eerste regel\nTweede <i>regel</i>",
    quoted_person="Coen",
    links=(Link("Lezen", "/admin/"), Link("Elders", "https://elders.example/")),
    reason="U bent coördinator.",
)


@pytest.fixture
def queue_in_database(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def mail_server_down(monkeypatch):
    def refuse(message):
        raise SMTPServerDisconnected

    monkeypatch.setattr("networks.mail.sending.EmailMultiAlternatives.send", refuse)


@transaction.atomic
def send_and_undo():
    send_letter(LETTER, to="coen@netwerk.example")
    raise ZeroDivisionError


def test_letter_is_plain_text_and_html_with_whole_addresses(db, saved, mailoutbox):
    with saved():
        send_letter(LETTER, to="coen@netwerk.example", reader_name="Coen")

    (message,) = mailoutbox
    (html,) = [content for content, kind in message.alternatives if kind == "text/html"]
    assert message.subject == "Graag uw oordeel"
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert message.body == (
        "Dag Coen,\n\nTess & Noor dienden <b>iets</b> in.\n\nCoen schreef:\n\n> Eerste regel\n> Tweede <i>regel</i>\n\n"
        "Lezen:\nhttp://localhost:8000/admin/\n\nElders:\nhttps://elders.example/\n\n"
        "--\nWaarom krijgt u dit? U bent coördinator.\nLeerkring: http://localhost:8000\n"
    )
    assert "Tess &amp; Noor dienden &lt;b&gt;iets&lt;/b&gt; in." in html
    assert "Eerste regel<br>Tweede &lt;i&gt;regel&lt;/i&gt;" in html
    assert 'href="http://localhost:8000/admin/"' in html
    assert '<html lang="nl">' in html


def test_nothing_leaves_before_the_change_is_saved(db, saved, mailoutbox):
    with saved() as waiting:
        send_letter(LETTER, to="coen@netwerk.example")
        assert mailoutbox == []

    assert len(waiting) == len(mailoutbox) == 1


@pytest.mark.django_db(transaction=True)
def test_change_that_is_undone_is_not_told(mailoutbox):
    with pytest.raises(ZeroDivisionError):
        send_and_undo()

    assert mailoutbox == []


@pytest.mark.django_db(transaction=True)
def test_in_production_mail_is_saved_or_undone_with_the_change(queue_in_database):
    with pytest.raises(ZeroDivisionError):
        send_and_undo()
    assert DBTaskResult.objects.count() == 0

    send_letter(LETTER, to="coen@netwerk.example")

    assert DBTaskResult.objects.get().args_kwargs["kwargs"]["to"] == "coen@netwerk.example"


def test_silent_mail_server_breaks_nothing(db, saved, mail_server_down):
    with saved():
        send_letter(LETTER, to="coen@netwerk.example")

    assert mail.outbox == []


def test_mail_that_was_not_sent_is_tried_again_later(db, queue_in_database, mail_server_down):
    for attempt in range(len(PAUSES) + 1):
        with pytest.raises(SMTPServerDisconnected):
            deliver.call("coen@netwerk.example", "Graag uw oordeel", "tekst", "<p>tekst</p>", attempt)

    later = DBTaskResult.objects.order_by("run_after")
    assert [task.args_kwargs["kwargs"]["attempt"] for task in later] == [1, 2, 3, 4, 5]
    assert later[0].args_kwargs["kwargs"]["to"] == "coen@netwerk.example"
