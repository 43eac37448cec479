"""When the words of a document are taken out, and that nothing is held up by it."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import override
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction
from wagtail.users.models import UserProfile

from practices.attachments import actions
from practices.attachments.actions import read_unread, unread_documents
from practices.attachments.agreed import MOST_CHARACTERS
from practices.attachments.models import DocumentText
from tests.networks.factories import PersonFactory
from tests.practices.attachments.files import docx_of, odt_of, pdf_of, stored

pytestmark = pytest.mark.django_db


def words_of(document):
    return DocumentText.objects.get(document=document)


def told(capsys, *options):
    call_command("read_documents", *options)
    return capsys.readouterr().out.splitlines()


@pytest.fixture
def counted(monkeypatch):
    """The kinds of the files that were read, in order."""
    kinds = []

    def read_file(file, *, kind):
        kinds.append(kind)
        return actions.Reading(text=f"woorden {len(kinds)}")

    monkeypatch.setattr(actions, "read_file", read_file)
    return kinds


@pytest.mark.parametrize(("name", "make"), [("a.PDF", pdf_of), ("a.docx", docx_of), ("a.odt", odt_of)])
def test_document_is_read_once_it_is_saved(saved, name, make):
    with saved():
        document = stored(name, make("Plan voor de wijk"))

    words = words_of(document)
    assert (words.text, words.problem, words.is_cut) == ("Plan voor de wijk", "", False)
    assert list(unread_documents()) == []


def test_document_is_not_read_again_when_only_its_title_changes(saved, counted):
    with saved():
        document = stored("a.pdf", b"een")
    document.refresh_from_db()

    with saved():
        document.title = "Een andere naam"
        document.save()

    assert counted == ["pdf"]


def test_replaced_file_is_read_anew(saved, counted):
    with saved():
        document = stored("a.pdf", b"een")

    with saved():
        document.file = ContentFile(b"twee", name="b.docx")
        document._set_document_file_metadata()
        document.save()

    assert counted == ["pdf", "docx"]
    assert words_of(document).text == "woorden 2"


def test_file_that_was_rolled_back_is_not_read(saved, counted, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=False):
        document = stored("a.pdf", b"een")

    assert counted == []
    assert list(unread_documents()) == [document]


def test_worker_reads_what_was_left_behind(counted):
    stored("a.pdf", b"een")

    call_command("worker", once=True)

    assert (counted, read_unread()) == (["pdf"], 0)


def test_command_tells_what_it_read_and_why_some_have_no_words(capsys):
    stored("plan.pdf", pdf_of("Plan"))
    scan, sheet = stored("scan.pdf", pdf_of("")), stored("cijfers.xlsx", b"x")

    assert told(capsys) == [
        f"{scan.pk} scan.pdf: no-text",
        f"{sheet.pk} cijfers.xlsx: other-kind",
        "Read 3 files: 1 no-text, 1 other-kind, 1 with words.",
    ]
    assert told(capsys) == ["Read 0 files."]


def test_command_tries_again_when_asked(capsys, counted):
    stored("plan.pdf", b"een")
    without = stored("scan.pdf", b"twee")
    read_unread()
    DocumentText.objects.filter(document=without).update(text="", problem="too-large")

    assert told(capsys, "--again") == ["Read 1 files: 1 with words."]


def test_file_that_is_gone_has_a_problem_and_is_left_alone(saved):
    with saved():
        document = stored("a.pdf", pdf_of("Plan"))
    document.refresh_from_db()
    document.file.storage.delete(document.file.name)
    DocumentText.objects.all().delete()

    read_unread()

    assert (words_of(document).problem, list(unread_documents())) == ("gone", [])


def test_file_that_was_never_there_is_left_alone_too():
    document = get_document_model().objects.create(title="Weg", file="documents/weg.pdf")

    read_unread()

    assert (words_of(document).problem, list(unread_documents())) == ("gone", [])


def test_storage_that_fails_holds_up_neither_the_upload_nor_other_files(saved, monkeypatch, capsys):
    first, _second = stored("a.pdf", pdf_of("een")), stored("b.pdf", pdf_of("twee"))
    real = type(first).open_file

    def open_file(document):
        if document.pk == first.pk:
            raise OSError("The storage does not answer")
        return real(document)

    monkeypatch.setattr(type(first), "open_file", open_file)

    assert told(capsys) == [f"{first.pk} a.pdf: not opened", "Read 2 files: 1 not opened, 1 with words."]
    assert list(unread_documents()) == [first]


@pytest.fixture
def shown(client):
    """What the admin says of the words of a document: the text on its edit page."""
    person = PersonFactory(is_superuser=True, is_staff=True)
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": "en"})
    client.force_login(person)

    def shown(document):
        page = client.get(reverse("wagtaildocs:edit", args=[document.pk]))
        place = BeautifulSoup(page.content, "html.parser").find(id="file-words")
        place.strong.decompose()
        return " ".join(place.get_text().split())

    with override("en"):
        yield shown


def test_editor_sees_whether_the_words_can_be_found(shown, saved):
    document = stored("plan.pdf", pdf_of("Plan"))
    assert shown(document) == "Not yet. The file is being read. Look again in a few minutes."

    read_unread()
    assert shown(document) == "Yes, by the practices that use the file."

    DocumentText.objects.update(text="a" * MOST_CHARACTERS)
    assert shown(document).endswith("Search knows the first part only.")

    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")
    assert shown(document) == "No. This collection is not open to everybody."


@pytest.mark.parametrize("problem", ["no-text", "locked", "unreadable", "too-large", "other-kind", "gone"])
def test_editor_sees_why_not_and_what_to_do(shown, problem):
    document = stored("scan.pdf", b"")
    words = DocumentText.objects.create(document=document, problem=problem)

    assert shown(document) == f"No. {words.advice}"
    assert len(words.advice) > 20
