"""The answer to a question as an Atom feed (RFC 4287): whoever follows it sees what is new."""

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language

# A tag URI (RFC 4151) names the year from which the name of the site was ours.
TAG_YEAR = 2026
NEVER = datetime(TAG_YEAR, 1, 1, tzinfo=UTC)
NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class SteadyFeed(Atom1Feed):
    """Without entries it says the same each time, where Django would give the time of the question."""

    def latest_post_date(self):
        return super().latest_post_date() if self.num_items() else NEVER


def atom_feed(page, absolute):
    """The page of results as XML, newest first; `absolute` makes an address whole."""
    feed = SteadyFeed(
        title=clean(f"Leerkring: {page.title}"),
        link=absolute(str(page.address)),
        description=None,
        language=get_language(),
        author_name="Leerkring",
        feed_url=absolute(page.atom_url),
        feed_guid=tag(page.address),
    )
    for item in sorted(page.found, key=lambda item: item.facts.published_at or NEVER, reverse=True):
        feed.add_item(
            title=clean(item.facts.title),
            link=absolute(item.url),
            description=escape(clean(item.facts.summary)),  # Django says that it is HTML,
            unique_id=tag(item.hit.id),
            pubdate=item.facts.published_at,
            updateddate=item.facts.updated_at,
        )
    return feed.writeString("utf-8")


def tag(name):
    """Stays the same when the title, the address on the site or the words change."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{TAG_YEAR}:{name}"


def clean(text):
    return NOT_IN_XML.sub(" ", str(text))
