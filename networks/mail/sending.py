"""E-mails leave after the change they tell of is saved, so a silent mail server never stops anybody's work."""

from datetime import timedelta
from functools import partial

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django_tasks import task

# Waiting times between the attempts: a server that is down for a night still gets its mail.
PAUSES = [timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), timedelta(hours=12)]


def send_letter(letter, *, to, reader_name="", headers=None):
    """Sends a Letter to one e-mail address, once the running transaction is saved."""
    mail = {
        "to": to,
        "subject": " ".join(letter.subject.split()),
        "text": letter.as_text(reader_name),
        "html": letter.as_html(reader_name),
        "headers": headers or {},
    }
    if deliver.get_backend().supports_defer:
        # A queue in the database: the mail is saved, or rolled back, together with what it tells of.
        deliver.enqueue(**mail)
    else:
        transaction.on_commit(partial(deliver.enqueue, **mail), robust=True)


@task()
def deliver(to, subject, text, html, attempt=0, headers=None):
    headers = {"Auto-Submitted": "auto-generated", **(headers or {})}
    message = EmailMultiAlternatives(subject, text, to=[to], headers=headers)
    message.attach_alternative(html, "text/html")
    try:
        message.send()
    except OSError:  # what smtplib raises, and what a broken connection raises
        _try_again(to=to, subject=subject, text=text, html=html, headers=headers, attempt=attempt)
        raise


def _try_again(*, attempt, **mail):
    if deliver.get_backend().supports_defer and attempt < len(PAUSES):
        later = deliver.using(run_after=timezone.now() + PAUSES[attempt])
        later.enqueue(**mail, attempt=attempt + 1)
