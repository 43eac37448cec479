"""Words in the files of a practice: found, told where they stand, and only for who may open the file."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.signal_handlers import disable_reference_index_auto_update

from practices.attachments.models import DocumentText
from practices.library.models import PracticePage
from practices.library.search_source import PracticeSource, attached_files
from search.engines import get_engine
from search.entry import entry_id
from search.outbox.models import Change
from search.query import SearchQuery
from tests.networks.factories import PersonFactory
from tests.practices.attachments.files import pdf_of, stored
from tests.practices.practice_factories import practice_draft, publish, published_practice, story

pytestmark = pytest.mark.django_db

SECRET = "abracadabra"


@pytest.fixture(autouse=True)
def empty_index(search_index):
    """Only what is sent through the outbox can be found."""


def with_file(document, title="Het plan van aanpak"):
    """A story with a file below its text, as raw StreamField data."""
    return [*story("Drie gesprekken."), {"type": "file", "value": {"document": document.pk, "title": title}}]


def found(text=SECRET):
    return list(get_engine().search(SearchQuery(text=text)).hits)


def ids(text=SECRET):
    return [hit.id for hit in found(text)]


@pytest.fixture
def document(saved):
    with saved():
        return stored("plan.pdf", pdf_of(f"Hierin staat een {SECRET}."))


@pytest.fixture
def practice(document, saved):
    with saved():
        return published_practice(content=with_file(document))


def test_hit_by_a_file_names_the_file_and_leads_to_it(client, practice):
    [hit] = found()

    assert hit.excerpt == f"Hierin staat een <mark>{SECRET}</mark>."
    assert hit.section == "Het plan van aanpak (PDF)"
    place = BeautifulSoup(client.get(practice.url).content, "html.parser").find(id=hit.anchor)
    assert place.a.get_text() == "Het plan van aanpak"
    assert hit.section_url == f"{practice.url}#{hit.anchor}"


def test_files_come_in_the_order_of_the_story(saved):
    with saved():
        documents = {name: stored(f"{name}.pdf", pdf_of(name)) for name in ("een", "twee")}
        practice = published_practice(
            reason=with_file(documents["twee"], "Het tweede"), content=with_file(documents["een"], "Het eerste")
        )

    [entry] = PracticeSource().entries_of([entry_id(practice)])

    assert [(file.title, file.text) for file in entry.files] == [
        ("Het eerste (PDF)", "een"),
        ("Het tweede (PDF)", "twee"),
    ]


def test_practice_without_files_costs_no_query_for_them(django_assert_num_queries, practice):
    plain = published_practice(title="Zonder bestand", slug="zonder")
    pages = {page.pk: page for page in PracticeSource().queryset()}

    with django_assert_num_queries(0):
        attached_files(pages[plain.pk])
    with django_assert_num_queries(3):
        attached_files(pages[practice.pk])


def test_file_that_was_not_read_yet_is_read_when_the_practice_is_published(document, saved):
    DocumentText.objects.all().delete()

    with saved():
        practice = published_practice(content=with_file(document))

    assert ids() == [entry_id(practice)]


def test_broken_file_holds_up_no_publication(saved):
    with saved():
        broken = stored("plan.pdf", b"geen pdf")
        practice = published_practice(content=with_file(broken))

    assert ids("gesprekken") == [entry_id(practice)]
    assert DocumentText.objects.get(document=broken).problem == "unreadable"


def test_replaced_file_is_found_by_its_new_words_only(practice, document, saved):
    with saved():
        document.file = ContentFile(pdf_of("Nu over fietsen"), name="nieuw.pdf")
        document._set_document_file_metadata()
        document.save()

    assert (ids(), ids("fietsen")) == ([], [entry_id(practice)])


def test_replaced_file_is_not_found_by_its_old_words_while_it_is_not_read(practice, document):
    type(document).objects.filter(pk=document.pk).update(file_hash="een andere")

    [entry] = PracticeSource().entries_of([entry_id(practice)])

    assert entry.files == ()


def test_file_that_is_only_counted_is_no_change(practice, document):
    document.refresh_from_db()

    document.save(update_fields=["file_hash"])

    assert Change.objects.count() == 0


def test_deleted_file_is_found_no_more(practice, document, saved):
    with saved():
        document.delete()

    assert (ids(), ids("gesprekken")) == ([], [entry_id(practice)])


def test_file_that_leaves_the_story_is_found_no_more(practice, saved):
    with saved():
        publish(practice, content=story("Drie gesprekken."))

    assert ids() == []


def close(collection):
    return CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )


@pytest.fixture
def private(db):
    """A collection that only people with an account may open."""
    collection = Collection.get_first_root_node().add_child(name="Besloten")
    close(collection)
    return collection


def test_file_in_a_private_collection_is_found_nowhere(private, saved):
    below = private.add_child(name="Eronder")
    with saved():
        for number, collection in enumerate((private, below)):
            document = stored(f"{number}.pdf", pdf_of(SECRET), collection=collection)
            published_practice(content=with_file(document), slug=f"p{number}")

    assert (ids(), len(ids("gesprekken"))) == ([], 2)


def test_file_that_moves_to_a_private_collection_is_found_no_more(practice, document, private, saved):
    document.refresh_from_db()
    with saved():
        document.collection = private
        document.save()

    assert ids() == []


def test_file_is_hidden_before_wagtail_has_written_down_who_shows_it(document, private, saved):
    with disable_reference_index_auto_update(), saved():
        practice = published_practice(content=with_file(document))
    before = ids()

    document.refresh_from_db()
    with saved():
        document.collection = private
        document.save()

    assert (before, ids()) == ([entry_id(practice)], [])


def test_collection_that_closes_hides_its_files_and_opening_shows_them(practice, document, saved):
    with saved():
        restriction = close(document.collection)
    closed = ids()

    with saved():
        restriction.delete()

    assert (closed, ids()) == ([], [entry_id(practice)])


def test_collection_that_moves_below_a_private_one_hides_its_files(private, saved):
    open_one = Collection.get_first_root_node().add_child(name="Open")
    with saved():
        document = stored("plan.pdf", pdf_of(SECRET), collection=open_one)
        practice = published_practice(content=with_file(document))
    before = ids()

    with saved():
        open_one.save()
        open_one.move(private, "sorted-child")

    assert (before, ids()) == ([entry_id(practice)], [])


def test_files_that_an_editor_moves_together_are_hidden_too(client, practice, document, private, saved):
    client.force_login(PersonFactory(is_superuser=True, is_staff=True))
    address = reverse("wagtail_bulk_action", args=["wagtaildocs", "document", "add_to_collection"])

    with saved():
        client.post(f"{address}?id={document.pk}", {"collection": private.pk})

    document.refresh_from_db()
    assert (document.collection, ids()) == (private, [])


def test_file_of_a_hidden_practice_is_nowhere(client, document, saved):
    with saved():
        practice_draft(content=with_file(document))
        gone = published_practice(content=with_file(document), slug="weg")
    with saved():
        PracticePage.objects.get(pk=gone.pk).unpublish()

    assert ids() == []
    assert get_engine().suggest(SECRET[:5], audiences=("public",)) == []
    assert get_engine().search(SearchQuery(text="abracadabre")).correction is None


def test_words_of_a_file_are_not_suggested(practice):
    assert get_engine().suggest(SECRET[:5], audiences=("public",)) == []
