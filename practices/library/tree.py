"""The pages that practices hang below, made from the register."""

from practices.library.models import MunicipalityIndexPage, MunicipalityPage, PracticeIndexPage
from practices.library.planting import plant_municipality_pages
from practices.municipalities.models import Municipality

INDEX_SLUG, PRACTICES_SLUG = "gemeenten", "praktijken"


def ensure_tree(home):
    """The two index pages below the home page and a page for each municipality that exists today."""
    if not PracticeIndexPage.objects.exists():
        home.add_child(instance=PracticeIndexPage(title="Praktijken", slug=PRACTICES_SLUG))
    index = MunicipalityIndexPage.objects.first()
    if index is None:
        index = home.add_child(instance=MunicipalityIndexPage(title="Gemeenten", slug=INDEX_SLUG))
    plant_municipality_pages(index, Municipality.objects.current().filter(page=None).order_by("name"))


def add_municipality_page(index, municipality):
    page = MunicipalityPage(title=municipality.name, slug=municipality.slug, municipality=municipality)
    return index.add_child(instance=page)
