"""What the pages of this room show; each page class asks for its own in `get_context`."""

from django.urls import reverse
from django.utils.translation import gettext

from practices.library.glance import facts_of
from practices.library.linked_data import linked_data_of
from practices.library.related import related_practices
from practices.library.sections import sections_of


def breadcrumbs_of(practice):
    """Pairs of label and address above a practice, the home page and itself left out."""
    place = practice.municipality
    return [
        (gettext("Practices"), reverse("finding:search")),
        *([(place.name, place.get_absolute_url())] if place else []),
    ]


def practice_context(request, practice):
    similar, nearby = related_practices(practice)
    return {
        "breadcrumbs": breadcrumbs_of(practice),
        "facts": facts_of(practice),
        "sections": sections_of(practice),
        "similar": similar,
        "nearby": nearby,
        "may_see_contacts": request.user.has_perm("library.view_contacts", practice),
        "may_edit": practice.permissions_for_user(request.user).can_edit(),
        "linked_data": linked_data_of(practice, practice.full_url),
        "is_print": "print" in request.GET,
    }
