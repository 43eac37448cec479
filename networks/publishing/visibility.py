"""What an editor sees of the work of others in the admin: what readers see, and nothing more.

Wagtail asks for rights where something is changed. Some of its other screens (the link chooser, bulk actions,
the last step of a move) show the title of any page to whoever knows its number; these rules shut them.
"""

from django.db.models import F, Q
from wagtail.models import Page
from wagtail.permissions import policy_registry

RIGHTS = {"add", "change", "publish", "lock", "unlock", "bulk_delete"}


def explorable_pages(user):
    """The pages a person works on, with the pages above them."""
    return policy_registry.get_by_type(Page).explorable_instances(user)


def own_pages(user):
    """The pages a person works on."""
    return policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, RIGHTS)


def choosable_pages(user):
    """The pages a person may link to: the own ones, and what every reader sees.

    A live page whose draft has another title is left out: the chooser would show that title.
    """
    public = Q(live=True, draft_title=F("title"))
    return Page.objects.filter(public | Q(pk__in=explorable_pages(user).values("pk")))


def without_hidden(pages, user):
    """Leaves out what the person may not link to; by number, because a search can not filter on more."""
    hidden = Page.objects.exclude(pk__in=choosable_pages(user).values("pk"))
    return pages.exclude(pk__in=list(hidden.values_list("pk", flat=True)))


def holds_all(pages, ids):
    """Whether all these numbers, as they came with a request, are pages among `pages`."""
    numbers = {str(number) for number in ids}
    are_numbers = all(number.isdecimal() and len(number) < 19 for number in numbers)  # what a database can hold
    return are_numbers and pages.filter(pk__in=numbers).count() == len(numbers)
