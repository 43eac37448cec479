"""Looks for what is new and mails it: nothing twice, nothing lost, and never an empty mail."""

import logging
from dataclasses import replace

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from networks.alerts import letters
from networks.alerts.models import SavedSearch, Told
from networks.alerts.questions import FilterGoneError, question_of
from networks.alerts.timing import next_time
from networks.mail.sending import send_letter
from practices.library.models import PracticePage
from search.engines import get_engine
from search.engines.base import EngineUnavailableError
from search.entry import entry_id, id_of, key_of

logger = logging.getLogger(__name__)


def send_due_alerts():
    """Looks at every saved search that is due; returns the number of mails.

    While the engine does not answer, or another one answers that may be behind, all wait.
    """
    sent = 0
    for saved in SavedSearch.objects.due().select_related("user").order_by("due_at", "pk"):
        try:
            sent += look_at(saved)
        except EngineUnavailableError as error:
            logger.warning("Saved searches wait: %s", error)
            break
        except Exception:
            logger.exception("The saved search %s cannot be looked at", saved.pk)
    return sent


def look_at(saved):
    """Mails what is new for one saved search; returns whether there was anything."""
    with override(saved.language):
        try:
            question = question_of(saved)
        except FilterGoneError:
            return give_up(saved)
        now = timezone.now()
        return tell(saved, matches(question.query, saved.since), now)


def matches(query, since):
    """Keys of the practices that search finds and that first came online after `since`.

    Search gives the newest first, so that nothing behind an older one need be read.
    """
    keys, page = [], 1
    while True:
        results = get_engine().search(replace(query, page=page))
        if results.is_fallback:
            raise EngineUnavailableError("another index answers, which may be behind")
        found = PracticePage.objects.filter(pk__in=[key_of(hit.id, PracticePage) for hit in results.hits])
        online_since = dict(found.values_list("pk", "first_published_at"))
        new = [key for key, moment in online_since.items() if moment and moment > since]
        keys += new
        if page >= results.pages or len(new) < len(online_since):
            return keys
        page += 1


@transaction.atomic
def tell(saved, keys, now):
    """Notes what is told and puts the mail in the queue, together or not at all.

    Another worker may have been quicker: the row is taken once more, and held.
    """
    saved = SavedSearch.objects.due().select_related("user").select_for_update(of=("self",)).filter(pk=saved.pk).first()
    if saved is None:
        return False
    practices = new_practices(saved, keys)
    Told.objects.bulk_create(Told(saved_search=saved, entry_id=entry_id(practice)) for practice in practices)
    saved.checked_at, saved.due_at = now, next_time(saved.frequency, now)
    saved.save(update_fields=["checked_at", "due_at"])
    if practices:
        mail_about(saved, letters.news(saved, practices))
    return bool(practices)


def new_practices(saved, keys):
    """Those that readers may see now and that were not told, newest first. The database has the last word."""
    told = saved.told.filter(entry_id__in=[id_of(PracticePage, key) for key in keys])
    known = {key_of(id, PracticePage) for id in told.values_list("entry_id", flat=True)}
    new = PracticePage.objects.live().public().filter(pk__in=set(keys) - known)
    return list(new.defer_streamfields().select_related("municipality").newest())


@transaction.atomic
def give_up(saved):
    """Stops a search whose filter is gone and tells its owner once: without the filter it would find too much."""
    stopped = SavedSearch.objects.active().filter(pk=saved.pk).update(stopped_at=timezone.now())
    if stopped:
        mail_about(saved, letters.filter_gone(saved))
    return bool(stopped)


def mail_about(saved, letter):
    """Mails the owner, with the headers by which a mail program offers to stop it in one click (RFC 8058)."""
    if saved.user and not saved.user.is_active:
        return
    stop = letters.stop_link(saved).absolute_url
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    send_letter(letter, to=saved.address, reader_name=saved.user.get_full_name() if saved.user else "", headers=headers)
