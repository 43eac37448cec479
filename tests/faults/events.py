"""What happens to practices on a site: each event is what an editor does, signals and all."""

from practices.library.models import PracticePage
from search.entry import entry_id
from search.outbox.actions import note_change
from tests.practices.practice_factories import practice_draft, publish

WORDS = (
    "voetbal", "racisme", "jongeren", "gemeente", "stage", "discriminatie", "ouders", "wijk", "onderwijs", "kansen",
    "beleid", "school",
)  # fmt: skip


def any_practice(chance, **which):
    keys = list(PracticePage.objects.filter(**which).values_list("pk", flat=True))
    return PracticePage.objects.get(pk=chance.choice(keys)) if keys else None


def edit(chance):
    practice = any_practice(chance, live=True)
    if practice:
        publish(practice, title=f"{' '.join(chance.sample(WORDS, 3))} {chance.randrange(10**6)}")


def hide(chance):
    if practice := any_practice(chance, live=True):
        practice.unpublish()


def restore(chance):
    if practice := any_practice(chance, live=False):
        publish(practice)


def delete(chance):
    if practice := any_practice(chance):
        practice.delete()


def add(chance):
    publish(practice_like(any_practice(chance), f"{chance.choice(WORDS)} {chance.randrange(10**6)}"))


def practice_like(other, title):
    words = {"themes": [*other.themes.all()], "approaches": [*other.approaches.all()]}
    return practice_draft(other.get_parent().specific, title=title, **words)


def repeat(chance):
    """A message without a change: nothing may come of it."""
    if practice := any_practice(chance):
        note_change(entry_id(practice))


EVENTS = (edit, hide, restore, delete, add, repeat)
WEIGHTS = (50, 15, 15, 5, 10, 5)


def happen(chance):
    """The name of an event that happened."""
    event = chance.choices(EVENTS, WEIGHTS)[0]
    event(chance)
    return event.__name__
