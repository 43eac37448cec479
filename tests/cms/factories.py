"""A home page with practices of made-up municipalities, which count as real."""

from django.utils.text import slugify

from cms.site.content import ensure_home
from practices.library.models import PracticeIndexPage, PracticePage
from practices.library.tree import ensure_tree
from practices.taxonomy.models import Theme
from tests.practices.municipality_factories import MunicipalityFactory


def site_home():
    home = ensure_home()
    ensure_tree(home)
    return home


def theme(name, group):
    parent, _made = Theme.objects.get_or_create(name=group, defaults={"mark": "sport"})
    return Theme.objects.create(name=name, parent=parent)


def shared_practice(title, *, themes, municipality=None, **fields):
    """A live practice; below the municipality's page, or without a name below the index."""
    if municipality is None:
        parent = PracticeIndexPage.objects.get()
    else:
        ensure_tree(ensure_home())
        parent = municipality.page
    practice = PracticePage(title=title, slug=slugify(title), summary="Drie clubs maken een plan.", live=True, **fields)
    practice.themes = themes
    return parent.add_child(instance=practice)


def municipality(name):
    return MunicipalityFactory(name=name, slug=slugify(name))
