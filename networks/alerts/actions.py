"""What happens to a saved search: asked, confirmed, changed, stopped and brought back."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from networks.alerts import letters
from networks.alerts.models import SavedSearch
from networks.alerts.sending import mail_about, send_due_alerts
from networks.alerts.timing import Frequency, next_time
from networks.people.models import User

# More than anybody reads. Those that wait are fewer: an address that somebody else fills in gets little mail.
MOST, MOST_WAITING = 50, 5


@transaction.atomic
def save_for(user, question, frequency, language):
    """The saved search of somebody who is signed in, confirmed at once; None when there are too many already."""
    saved = find_or_make(user.email, question, frequency, language)
    if saved is None:
        return None
    # The same search, asked before without signing in, goes up in this one.
    SavedSearch.objects.filter(email=user.email, question=saved.question).exclude(pk=saved.pk).delete()
    saved.user, saved.email = user, ""
    saved.frequency, saved.language = frequency, language
    begin(saved)
    return saved


@transaction.atomic
def ask(email, question, frequency, language):
    """Mails an address a link to confirm the search, or that it is saved already.

    Nothing that is returned or raised says whether the address is known here.
    """
    saved = find_or_make(email, question, frequency, language, most=MOST_WAITING)
    if saved is None:
        return
    if saved.is_active:
        mail_about(saved, letters.already_saved(saved))
        return
    if saved.stopped_at:
        saved.since = timezone.now()
    saved.frequency, saved.language = frequency, language
    saved.asked_at, saved.confirmed_at, saved.stopped_at = timezone.now(), None, None
    saved.save()
    mail_about(saved, letters.please_confirm(saved))


def find_or_make(email, question, frequency, language, most=MOST):
    """The one saved search of this mailbox with this question; None when it would be one too many.

    An address that belongs to an account gives a search of that account.
    """
    mailbox = SavedSearch.objects.in_mailbox(email)
    saved = mailbox.filter(question=question.querystring).order_by(F("user").asc(nulls_last=True)).first()
    if saved is None and not has_room(mailbox, most):
        return None
    user = User.objects.filter(email=email).first()
    return (
        saved
        or SavedSearch.objects.get_or_create(
            user=user,
            email="" if user else email,
            question=question.querystring,
            defaults={"name": question.name, "frequency": frequency, "language": language},
        )[0]
    )


def has_room(mailbox, most):
    waiting = mailbox.filter(confirmed_at=None, stopped_at=None).count()
    return waiting < most and mailbox.count() < MOST


def begin(saved):
    """Confirms it, or starts it again after it was stopped: from now on there is mail."""
    now = timezone.now()
    if saved.stopped_at:
        saved.since = now
    saved.confirmed_at, saved.stopped_at = saved.confirmed_at or now, None
    saved.due_at = first_time(saved.frequency, now)
    saved.save()


def change_frequency(saved, frequency):
    saved.frequency = frequency
    saved.due_at = first_time(frequency, timezone.now())
    saved.save(update_fields=["frequency", "due_at"])


def first_time(frequency, now):
    return now if frequency == Frequency.AT_ONCE else next_time(frequency, now)


def stop(saved):
    """Safe to repeat: mail programs do."""
    SavedSearch.objects.filter(pk=saved.pk, stopped_at=None).update(stopped_at=timezone.now())


def bring_back(saved):
    """As if it was never stopped: what came meanwhile is told."""
    SavedSearch.objects.filter(pk=saved.pk).update(stopped_at=None)


def tend_alerts():
    """For the worker: forgets what outlived its time and mails what is new; returns the number of mails."""
    SavedSearch.objects.outlived().delete()
    return send_due_alerts()
