"""Answers that editors put on top of a question."""

from search.language.synonyms import terms_of
from search.registry import current_entries
from search.wording.models import LONGEST_KEY, PinnedAnswer


def question_key(text):
    """What two questions share that are the same but for order, endings and stop words; empty without words."""
    key = " ".join(sorted(set(terms_of(text))))
    return key if len(key) <= LONGEST_KEY else ""


def pinned_ids(text):
    """Ids of the entries to show above the answers to this text, in order; at most one query.

    They may have been hidden since: look them up in the database before showing them.
    """
    key = question_key(text)
    answers = PinnedAnswer.objects.filter(key=key).in_order() if key else PinnedAnswer.objects.none()
    return list(answers.values_list("entry_id", flat=True))


def with_entries(answers):
    """The answers, each with its SearchEntry as `entry`: as it is now, or None when it cannot be found."""
    entries = current_entries([answer.entry_id for answer in answers])
    for answer in answers:
        answer.entry = entries.get(answer.entry_id)
    return answers


def renew_keys(**kwargs):
    """Makes the keys anew where the language of search has changed since."""
    for answer in PinnedAnswer.objects.all():
        if answer.key != question_key(answer.question):
            answer.key = question_key(answer.question)
            answer.save(update_fields=["key"])
