"""Puts many pages of municipalities into the tree at once.

Saving them one by one takes a quarter of a minute for the whole register, so that a new site would be slow to
start. What Wagtail does around each save is done here once for all: places in the tree and the index behind
the admin's search.
"""

from django.db import transaction
from django.db.models import F
from modelsearch.backends import get_search_backends
from wagtail.models import Locale, Page

from practices.library.models import MunicipalityPage


@transaction.atomic
def plant_municipality_pages(index, municipalities):
    """Adds a live page below the index page for each municipality; returns the new pages.

    For municipalities without a page, whose addresses differ: nothing is validated again.
    """
    index = type(index).objects.select_for_update().get(pk=index.pk)
    pages = [MunicipalityPage(title=one.name, slug=one.slug, municipality=one) for one in municipalities]
    put_below(index, pages)
    insert_rows(pages)
    Page.objects.filter(pk=index.pk).update(numchild=F("numchild") + len(pages))
    make_known(pages)
    return pages


def put_below(parent, pages):
    """Gives each page its place in the tree, after the children that are there."""
    last = parent.get_last_child()
    path = last._inc_path() if last else Page._get_path(parent.path, parent.depth + 1, 1)
    locale = Locale.get_default()
    for page in pages:
        page.path, page.depth, page.locale = path, parent.depth + 1, locale
        page.draft_title = page.title
        page.set_url_path(parent)
        path = page._inc_path()


def insert_rows(pages):
    """Inserts the page rows together, then the rows of municipality pages, as loading a fixture does."""
    names = [field.attname for field in Page._meta.concrete_fields]
    bases = Page.objects.bulk_create(Page(**{name: getattr(page, name) for name in names}) for page in pages)
    for page, base in zip(pages, bases, strict=True):
        page.pk = page.page_ptr_id = base.pk
        page.save_base(raw=True, force_insert=True)


def make_known(pages):
    """Tells the admin's search, which rows of a fixture do not; an empty page refers to nothing that Wagtail tracks."""
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(MunicipalityPage, pages)
