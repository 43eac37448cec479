"""Practices in a small tree: the home page, its two index pages and the municipalities that a test makes."""

from cms.site.content import ensure_home
from practices.library.models import MunicipalityPage, PracticeIndexPage, PracticePage
from practices.library.tree import ensure_tree
from tests.practices.municipality_factories import MunicipalityFactory
from tests.practices.term_factories import ApproachFactory, ThemeFactory


def plant_site():
    """The home page with the index pages below it, and a page for each municipality there is."""
    home = ensure_home()
    ensure_tree(home)
    return home


def municipality_page(name, **fields):
    """The page of a new municipality; its address follows from its name."""
    plant_site()
    municipality = MunicipalityFactory(name=name, slug=name.lower().replace(" ", "-"), **fields)
    return MunicipalityPage.objects.get(municipality=municipality)


def story(text):
    """One text block, as raw StreamField data."""
    return [{"type": "text", "value": f"<p>{text}</p>"}]


def practice_draft(parent=None, *, title="Voetbal voor iedereen", **fields):
    """A practice that nobody published, with no more than is needed to submit it; without parent it is anonymous."""
    parent = parent or PracticeIndexPage.objects.first() or (plant_site() and PracticeIndexPage.objects.get())
    values = {
        "summary": "Drie clubs maken een plan.",
        "content": story("Drie gesprekken per club."),
        "themes": fields.pop("themes", None) or [ThemeFactory()],
        "approaches": fields.pop("approaches", None) or [ApproachFactory()],
        **fields,
    }
    return parent.add_child(instance=PracticePage(title=title, live=False, **values))


def publish(practice, **changes):
    """Publishes a version with the changes, as the admin does; returns the practice as it is now."""
    practice = PracticePage.objects.get(pk=practice.pk)
    for name, value in changes.items():
        setattr(practice, name, value)
    practice.save_revision().publish()
    return PracticePage.objects.get(pk=practice.pk)


def published_practice(parent=None, **fields):
    return publish(practice_draft(parent, **fields))
