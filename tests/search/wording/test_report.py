"""What people ask, for coordinators: three lists, three periods, and two things to do about a question."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from search.wording.models import AskedText

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coordinator")]
ADDRESS = "/admin/zoeken/vragen/"


def ask(text, days_ago=0, **counts):
    AskedText.objects.count_up(day=timezone.localdate() - timedelta(days=days_ago), text=text, **counts)


@pytest.fixture
def questions():
    ask("voetbal", asked=3, clicked=1)
    ask("voetbal", days_ago=29, asked=4)
    ask("voetbal", days_ago=30, asked=50)
    ask("muziek", asked=5)
    ask("zweefvlieg", asked=6, empty=6)
    ask("dans", days_ago=89, asked=9, empty=2, clicked=2)
    ask("oud", days_ago=365, asked=1000)


def rows(client, **asked):
    found = client.get(ADDRESS, asked).context["object_list"]
    return [(row["text"], row["times_asked"], row["times_empty"], row["times_clicked"]) for row in found]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [("voetbal", 7, 0, 1), ("zweefvlieg", 6, 6, 0), ("muziek", 5, 0, 0)]),
        ({"periode": "90"}, [("voetbal", 57, 0, 1), ("dans", 9, 2, 2), ("zweefvlieg", 6, 6, 0), ("muziek", 5, 0, 0)]),
        ({"lijst": "zonder-resultaat"}, [("zweefvlieg", 6, 6, 0)]),
        ({"lijst": "zonder-resultaat", "periode": "365"}, [("zweefvlieg", 6, 6, 0), ("dans", 9, 2, 2)]),
        ({"lijst": "zonder-klik"}, [("muziek", 5, 0, 0)]),
        ({"lijst": "'; --", "periode": "-1"}, [("voetbal", 7, 0, 1), ("zweefvlieg", 6, 6, 0), ("muziek", 5, 0, 0)]),
    ],
)
def test_list_and_period_are_chosen(client, questions, asked, expected):
    assert rows(client, **asked) == expected


def test_results_without_the_page_around_them_are_the_same(client, questions):
    found = client.get(f"{ADDRESS}results/").context["object_list"]

    assert [row["text"] for row in found] == ["voetbal", "zweefvlieg", "muziek"]


def test_links_keep_what_else_was_chosen(client):
    context = client.get(ADDRESS, {"lijst": "zonder-klik", "periode": "90"}).context

    assert [(choice.url, choice.is_chosen) for choice in context["periods"]] == [
        ("?lijst=zonder-klik&periode=30", False),
        ("?lijst=zonder-klik&periode=90", True),
        ("?lijst=zonder-klik&periode=365", False),
    ]
    assert [choice.is_chosen for choice in context["lists"]] == [False, False, True]


def test_question_becomes_a_synonym_or_a_pinned_answer_in_two_clicks(client):
    ask("voetbal & racisme", asked=1)

    page = client.get(ADDRESS).content.decode()
    synonym = client.get("/admin/zoeken/synoniemen/new/?words=voetbal+%26+racisme")
    pin = client.get("/admin/zoeken/vastgezet/new/?question=voetbal+%26+racisme")

    for address in ("synoniemen/new/?words", "vastgezet/new/?question"):
        assert f'href="/admin/zoeken/{address}=voetbal+%26+racisme"' in page
    assert synonym.context["form"]["words"].value() == "voetbal & racisme"
    assert pin.context["form"]["question"].value() == "voetbal & racisme"


def test_long_list_has_pages(client):
    for number in range(51):
        ask(f"vraag {number:02}", asked=1)

    assert [len(rows(client)), len(rows(client, p=2)), len(rows(client, p=99))] == [50, 1, 1]


def test_report_of_any_length_asks_the_same_number_of_queries(client, django_assert_num_queries):
    ask("voetbal", asked=1)
    client.get(ADDRESS)

    for number in (1, 10):
        for other in range(number):
            ask(f"vraag {other}", asked=1)
        with django_assert_num_queries(10):
            client.get(ADDRESS)


FORMULAS = ["=1+1", "+31", "-2", "@som", "voetbal"]


def test_csv_holds_everything_and_no_formulas(client):
    for text in FORMULAS:
        ask(text, asked=1)
    for number in range(60):
        ask(f"vraag {number}", asked=1)

    response = client.get(ADDRESS, {"export": "csv"})

    heading, *lines = csv.reader(StringIO(response.getvalue().decode()))
    assert (len(heading), len(lines)) == (4, 65)
    assert {line[0] for line in lines} >= {"'=1+1", "'+31", "'-2", "'@som", "voetbal"}
    assert response["Content-Disposition"].startswith('attachment; filename="meest-30-')


def test_spreadsheet_holds_texts_and_no_formulas(client):
    for text in FORMULAS:
        ask(text, asked=1)

    response = client.get(ADDRESS, {"export": "xlsx"})

    sheet = openpyxl.load_workbook(BytesIO(response.getvalue())).active
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert sorted(cell.value for cell in cells) == sorted(FORMULAS)
    assert {cell.data_type for cell in cells} == {"s"}


def test_report_has_no_other_methods(client):
    assert client.post(reverse("search_questions:index")).status_code == 405
