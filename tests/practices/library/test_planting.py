"""Pages of municipalities planted at once are the same as pages added one by one."""

import pytest
from modelsearch.backends import get_search_backend
from wagtail.models import Page, ReferenceIndex

from practices.library.models import MunicipalityIndexPage, MunicipalityPage
from practices.library.planting import plant_municipality_pages
from practices.municipalities.models import Municipality
from tests.practices.municipality_factories import MunicipalityFactory
from tests.practices.practice_factories import municipality_page, plant_site

pytestmark = pytest.mark.django_db
OWN = {"id", "path", "page_ptr", "translation_key", "title", "draft_title", "slug", "url_path", "municipality"}


@pytest.fixture
def planted():
    """Three municipalities: one added as editors do, then two planted."""
    added = municipality_page("Aalten")
    Municipality.objects.bulk_create(MunicipalityFactory.build_batch(2))
    new = Municipality.objects.filter(page=None)
    return added, plant_municipality_pages(MunicipalityIndexPage.objects.get(), new)


def test_tree_stays_whole(planted):
    added, pages = planted

    index = MunicipalityIndexPage.objects.get()
    assert Page.find_problems() == ([], [], [], [], [])
    assert [page.pk for page in index.get_children()] == [added.pk, *(page.pk for page in pages)]
    assert index.numchild == 3


def test_planted_page_is_like_one_that_was_added(planted):
    added, pages = planted

    for page in MunicipalityPage.objects.filter(pk__in=[page.pk for page in pages]):
        fields = [field for field in MunicipalityPage._meta.concrete_fields if field.name not in OWN]
        assert [getattr(page, field.attname) for field in fields] == [getattr(added, field.attname) for field in fields]
        assert (page.title, page.draft_title, page.slug) == (page.municipality.name,) * 2 + (page.municipality.slug,)
        assert page.url == page.municipality.get_absolute_url()
        page.full_clean()


def test_planted_page_can_be_found_in_the_admin(planted):
    added, pages = planted

    found = get_search_backend().search(pages[0].title, MunicipalityPage)

    assert pages[0] in list(found)
    references = [ReferenceIndex.get_references_for_object(page).count() for page in (added, *pages)]
    assert references == [0, 0, 0]


def test_page_can_be_added_after_planting(planted):
    page = municipality_page("Zwolle")

    assert Page.find_problems() == ([], [], [], [], [])
    assert page.url == "/gemeenten/zwolle/"


def test_nothing_to_plant_is_fine():
    plant_site()

    assert plant_municipality_pages(MunicipalityIndexPage.objects.get(), []) == []
