"""What an editor sees of the work of others: what readers see, and nothing more."""

from django.db.models import F, Q
from django.http import Http404
from wagtail.models import Page
from wagtail.permissions import policy_registry


def choosable_pages(pages, user):
    """Pages that a person may pick as a link: the own part of the tree, and what every reader sees.

    A live page whose draft has another title is left out: the chooser would show that title.
    """
    own = policy_registry.get_by_type(Page).explorable_instances(user)
    return pages.filter(Q(live=True, draft_title=F("title")) | Q(pk__in=own.values("pk")))


def require_choosable(page_id, user):
    """Raises Http404 when the chooser is asked to open a page that the person may not see."""
    if page_id and not choosable_pages(Page.objects.filter(pk=page_id), user).exists():
        raise Http404
