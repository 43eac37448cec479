from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from networks.mail.letters import Letter
from networks.mail.queue import tend_queue
from networks.mail.sending import send_letter

LETTER = Letter(subject="Nieuw", paragraphs=("Voetbal.",), reason="U vroeg erom.")
HEADERS = {"List-Unsubscribe": "<https://leerkring.example/stoppen/>"}


@pytest.fixture
def queued(db, settings):
    """A mail that waits in the queue."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    send_letter(LETTER, to="coen@netwerk.example", headers=HEADERS)
    return DBTaskResult.objects.get()


def work():
    # The test's own transaction lives in the connection that a worker would close.
    with patch("django_tasks_db.management.commands.db_worker.close_old_connections"):
        call_command("db_worker", batch=True, startup_delay=False)


def test_mail_waits_with_the_headers_of_its_own(queued, mailoutbox):
    work()

    (mail,) = mailoutbox
    assert mail.extra_headers == {"Auto-Submitted": "auto-generated", **HEADERS}


@pytest.mark.parametrize(("minutes", "mails"), [(14, 0), (16, 1)])
def test_mail_whose_worker_was_killed_is_sent_again(queued, mailoutbox, minutes, mails):
    queued.claim("a-worker-that-was-killed")
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(minutes=minutes))

    tend_queue()
    work()

    assert len(mailoutbox) == mails


@pytest.mark.parametrize(("days", "left"), [(13, 1), (15, 0)])
def test_mail_that_was_sent_is_forgotten_after_two_weeks(queued, days, left):
    work()
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=days))

    tend_queue()

    assert DBTaskResult.objects.count() == left


def test_what_is_no_mail_is_left_alone(queued):
    ages = {"started_at": timezone.now() - timedelta(days=99), "task_path": "search.outbox.tasks.drain"}
    DBTaskResult.objects.update(status="RUNNING", **ages)

    tend_queue()

    assert DBTaskResult.objects.get().status == "RUNNING"
