"""One shape for all e-mails: whoever writes says what must be told, this file gives it its looks."""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language, override


@dataclass(frozen=True)
class Link:
    """`url` starts with a slash; a mail shows it with the address of the site before it."""

    label: str
    url: str
    note: str = ""

    @property
    def absolute_url(self):
        return self.url if "://" in self.url else f"{settings.SITE_URL}{self.url}"


@dataclass(frozen=True)
class Letter:
    """What one person is told. The first link is the thing to do next and becomes a button.

    `quote` holds words of somebody else, shown as theirs; `reason` says why the reader gets this.
    `items` are the things that the letter tells of, each a link with a note below it.
    """

    subject: str
    paragraphs: tuple[str, ...]
    reason: str
    links: tuple[Link, ...] = ()
    items: tuple[Link, ...] = ()
    quote: str = ""
    quoted_person: str = ""

    def as_text(self, reader_name=""):
        return render_to_string("networks/mail/letter.txt", self._context(reader_name)).strip() + "\n"

    def as_html(self, reader_name=""):
        return render_to_string("networks/mail/letter.html", self._context(reader_name))

    def _context(self, reader_name):
        return {
            "letter": self,
            "reader_name": reader_name,
            "site_name": settings.WAGTAIL_SITE_NAME,
            "site_url": settings.SITE_URL,
            "language": get_language(),
        }


def in_language_of(user):
    """Within this block texts come out in the language that the person chose in the admin, Dutch by default."""
    profile = getattr(user, "wagtail_userprofile", None)
    return override(profile.get_preferred_language() if profile else settings.LANGUAGE_CODE)
