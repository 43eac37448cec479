"""What we write about saved searches. Each function gives a Letter, in the language that is active."""

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.mail.letters import Letter, Link

SHOWN = 20
SUBJECT_LENGTH = 80


def news(saved, practices):
    """About practices that came online, newest first; the last of many are only counted."""
    count, more = len(practices), len(practices) - SHOWN
    words = {"count": count, "name": saved.name, "more": more}
    items = [item_about(practice) for practice in practices[:SHOWN]]
    if more > 0:
        items.append(Link(_("And %(more)d more") % words, newest_first(saved)))
    return Letter(
        subject=_("New: %(title)s") % {"title": practices[0].title}
        if count == 1
        else _("%(count)d new practices: %(name)s") % {**words, "name": Truncator(saved.name).chars(SUBJECT_LENGTH)},
        paragraphs=(
            ngettext(
                "There is a new practice for your search %(name)s.",
                "There are %(count)d new practices for your search %(name)s.",
                count,
            )
            % words,
        ),
        items=tuple(items),
        links=(
            Link(_("See the whole search"), newest_first(saved)),
            Link(_("Get these e-mails more or less often"), saved.get_absolute_url()),
            stop_link(saved),
        ),
        reason=_("You saved this search. You get an e-mail only when there is something new."),
    )


def item_about(practice):
    place = practice.municipality.name if practice.municipality else ""
    note = ". ".join(filter(None, [place, practice.summary]))
    return Link(practice.title, practice.get_url() or practice.url_path, note)


def please_confirm(saved):
    words = {"name": saved.name, "frequency": saved.get_frequency_display()}
    return Letter(
        subject=_("Do you want e-mail about new practices?"),
        paragraphs=(
            _("You asked for e-mail about this search: %(name)s.") % words,
            _("How often: %(frequency)s. You only get an e-mail when there is something new.") % words,
            _("Use the link below. Then press the button on the page. Only after that you get e-mail."),
            _("Was it not you? Then do nothing. After a week we forget your address."),
        ),
        links=(Link(_("Confirm"), saved.get_absolute_url()),),
        reason=_("Somebody filled in your address at a search on Leerkring."),
    )


def already_saved(saved):
    return Letter(
        subject=_("You already get e-mail about this search"),
        paragraphs=(
            _("You asked for e-mail about this search: %(name)s. You get it already.") % {"name": saved.name},
            _("No e-mail came? Then there was nothing new."),
        ),
        links=(Link(_("See or change it"), saved.get_absolute_url()), stop_link(saved)),
        reason=_("Somebody filled in your address at a search on Leerkring."),
    )


def filter_gone(saved):
    return Letter(
        subject=_("We stopped a saved search of yours"),
        paragraphs=(
            _("A filter of this search does not exist any more: %(name)s.") % {"name": saved.name},
            _("Without it you would get e-mail about practices that you did not ask for. So we stopped."),
            _("Search again and save that search, if you want e-mail about it."),
        ),
        links=(Link(_("Search again"), saved.search_url),),
        reason=_("You saved this search."),
    )


def newest_first(saved):
    return f"{reverse('finding:search')}?{saved.question}&sorteer=nieuwste".replace("?&", "?")


def stop_link(saved):
    return Link(_("Stop these e-mails"), reverse("alerts:stop", args=[saved.token]))
