"""Fills a site: register, words, tree, practices, and at a desk the made-up examples and their cast."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from wagtail.models import Page, Site

import practices.library
from cms.site.models import HomePage
from networks.publishing.actions import ensure_publishing
from practices.library.loading import load_practices
from practices.library.tree import ensure_tree
from practices.municipalities.loading import load_example_municipality, load_register
from practices.taxonomy.loading import load_terms

CONTENT = Path(practices.library.__file__).parent / "content"


@transaction.atomic
def load_content(*, with_examples=False):
    """Adds what is not there yet and returns the practices that are new; never overwrites an editor.

    The made-up examples are refused where `FICTIONAL_CONTENT_ALLOWED` is off, as in production.
    """
    if with_examples and not settings.FICTIONAL_CONTENT_ALLOWED:
        raise ImproperlyConfigured("Made-up examples are for a desk and for tests; these settings do not allow them.")
    load_register()
    load_terms()
    if with_examples:
        load_example_municipality()
    ensure_tree(ensure_home())
    ensure_publishing()
    # The examples first: then what is real is the newest.
    examples = load_practices(CONTENT / "examples", is_fictional=True) if with_examples else []
    return examples + load_practices(CONTENT / "practices")


def ensure_home():
    """The site's home page, at the address of SITE_URL; takes the place of Wagtail's welcome page."""
    home = HomePage.objects.first() or add_home()
    address = urlsplit(settings.SITE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "hostname": address.hostname, "port": port, "site_name": "Leerkring"},
    )
    return home


def add_home():
    root = Page.get_first_root_node()
    for welcome in root.get_children():
        Site.objects.filter(root_page=welcome).delete()
        welcome.delete()
    return Page.get_first_root_node().add_child(instance=HomePage(title="Leerkring", slug="home"))
