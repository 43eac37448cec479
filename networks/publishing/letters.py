"""What people hear about a page that is submitted, returned, published or taken down."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from networks.mail.letters import Letter, Link


def submitted(page, author, revision):
    """To coordinators: what waits for them, and what changed since the version that readers see now."""
    words = {"title": revision.object_str, "author": author or _("An editor"), "place": page.get_parent().title}
    links = [Link(_("Read and decide"), reverse("wagtailadmin_pages:edit", args=[page.pk]))]
    if page.live_revision_id:
        story = _("%(author)s changed “%(title)s” (%(place)s). Readers keep seeing the old version for now.") % words
        links.append(Link(_("See what changed"), compare_url(page, revision)))
    else:
        story = _("%(author)s submitted a new page: “%(title)s” (%(place)s).") % words
    return Letter(
        subject=_("To approve: %(title)s") % words,
        paragraphs=(story, _("Do you approve it? Or do you return it with a comment?")),
        links=tuple(links),
        reason=_("You are a coordinator of Leerkring."),
    )


def returned(page, reviewer, comment):
    words = {"title": page.title, "reviewer": reviewer or _("A coordinator")}
    return Letter(
        subject=_("Please look again: %(title)s") % words,
        paragraphs=(
            _("%(reviewer)s read “%(title)s” and asks you to change something.") % words,
            _("Your text is saved. Change it and submit it again.")
            if comment
            else _("There is no comment with it. Ask your coordinator what is needed."),
        ),
        quote=comment,
        quoted_person=str(words["reviewer"]),
        links=(Link(_("Change and submit again"), reverse("wagtailadmin_pages:edit", args=[page.pk])),),
        reason=_("You submitted this page."),
    )


def approved(page):
    return Letter(
        subject=_("Online: %(title)s") % {"title": page.title},
        paragraphs=(
            _("Your text “%(title)s” is approved. Everybody can read it now.") % {"title": page.title},
            _("Thank you for sharing it."),
        ),
        links=(Link(_("See the page"), page.get_url() or page.url_path),),
        reason=_("You submitted this page."),
    )


def approved_for_later(page, moment):
    words = {"title": page.title, "moment": in_words(moment)}
    return Letter(
        subject=_("Approved: %(title)s") % words,
        paragraphs=(_("Your text “%(title)s” is approved. It comes online on %(moment)s.") % words,),
        links=(Link(_("See your text"), reverse("wagtailadmin_pages:edit", args=[page.pk])),),
        reason=_("You submitted this page."),
    )


def published(page, actor):
    words = {"title": page.title, "actor": actor}
    story = _("%(actor)s published “%(title)s”.") if actor else _("“%(title)s” came online at the time you chose.")
    return Letter(
        subject=_("Online: %(title)s") % words,
        paragraphs=(story % words,),
        links=(Link(_("See the page"), page.get_url() or page.url_path),),
        reason=_("You are an editor of %(place)s.") % {"place": page.get_parent().title},
    )


def taken_down(page, actor):
    """To the editors; `actor` is None when the time that was set for it has come."""
    words = {"title": page.title, "actor": actor}
    story = (
        _("%(actor)s took “%(title)s” offline. Readers do not see it any more.")
        if actor
        else _("“%(title)s” went offline, because its last day has passed.")
    )
    return Letter(
        subject=_("Offline: %(title)s") % words,
        paragraphs=(story % words, _("The text is saved. You can change it and submit it again.")),
        links=(Link(_("See your text"), reverse("wagtailadmin_pages:edit", args=[page.pk])),),
        reason=_("You are an editor of %(place)s.") % {"place": page.get_parent().title},
    )


def deleted(title, place, actor):
    words = {"title": title, "actor": actor or _("A coordinator")}
    return Letter(
        subject=_("Deleted: %(title)s") % words,
        paragraphs=(_("%(actor)s deleted “%(title)s”. It can not be brought back.") % words,),
        reason=_("You are an editor of %(place)s.") % {"place": place},
    )


def compare_url(page, revision):
    return reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", revision.pk])


def in_words(moment):
    return date_format(localtime(moment), "DATETIME_FORMAT")
