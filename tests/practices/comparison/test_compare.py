"""Two to four practices side by side, at an address that can be shared."""

import csv

import pytest

from tests.practices.practice_factories import municipality_page, published_practice, story
from tests.practices.term_factories import ApproachFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_index(search_index):
    """Only what is sent through the outbox can be found."""


@pytest.fixture
def shared():
    """What all practices of these stories have in common."""
    return {
        "themes": [ThemeFactory(name="Sport")],
        "approaches": [ApproachFactory(name="Gesprek")],
        "phase": "uitvoeren",
    }


@pytest.fixture
def five(shared):
    tilburg = municipality_page("Tilburg")
    return [published_practice(tilburg, title=f"Praktijk {n}", budget_eur=n * 1000, **shared) for n in range(5)]


def compare(client, practices, **more):
    return client.get("/vergelijken/", {"p": [getattr(one, "pk", one) for one in practices], **more})


def rows(response):
    return {row.label: row.values for group in response.context["groups"] for row in group.rows}


NOT_THERE = "Een van de praktijken bestaat niet, of staat niet meer op deze site."


@pytest.mark.parametrize("count", [2, 3, 4])
def test_two_to_four_practices_stand_side_by_side(client, five, count):
    response = compare(client, five[:count])

    assert response.templates[0].name == "practices/compare.html"
    assert response.context["practices"] == five[:count]
    assert rows(response)["Budget"] == [f"€ {n}.000" if n else "€ 0" for n in range(count)]
    assert (response.context["form"].notices, response.context["may_add"]) == ([], count < 4)


def test_order_is_that_of_the_address(client, five):
    assert compare(client, [five[3], five[0], five[2]]).context["practices"] == [five[3], five[0], five[2]]


def test_of_five_practices_four_are_shown_with_a_notice(client, five):
    response = compare(client, five)

    assert response.context["practices"] == five[:4]
    assert response.context["form"].notices == ["U kunt hoogstens vier praktijken vergelijken. U ziet de eerste vier."]


@pytest.mark.parametrize("count", [0, 1])
def test_with_too_few_practices_one_reads_how_to_choose(client, five, count):
    response = compare(client, five[:count])

    assert (response.status_code, response.templates[0].name) == (200, "practices/compare_empty.html")
    assert response.context["form"].notices == []


@pytest.mark.parametrize("odd", ["999999", "-1", "0", "abc", "", "1.5", "٣", "9" * 40, "\x00", "'; DROP"])
def test_what_is_no_practice_is_left_out_with_a_notice(client, five, odd):
    response = compare(client, [five[0], odd, five[1]])

    assert response.context["practices"] == five[:2]
    assert response.context["form"].notices == [NOT_THERE]


def test_key_in_other_digits_is_no_key(client, five):
    arabic = str(five[2].pk).translate({ord("0") + digit: chr(0x660 + digit) for digit in range(10)})

    assert compare(client, [five[0], arabic, five[1]]).context["practices"] == five[:2]


def test_same_practice_twice_is_shown_once(client, five):
    response = compare(client, [five[0], five[1], five[0], f"0{five[1].pk}"])

    assert (response.context["practices"], response.context["form"].notices) == (five[:2], [])


def test_differences_only_leaves_out_what_is_the_same(client, five):
    everything, differences = rows(compare(client, five[:2])), rows(compare(client, five[:2], verschillen="1"))

    assert {"Fase", "Thema’s", "Budget"} <= set(everything)
    assert list(differences) == ["Budget"]


def test_column_can_be_taken_out(client, five):
    column = compare(client, five[:3]).context["columns"][1]

    assert (column.practice, column.url_without) == (five[1], f"/vergelijken/?p={five[0].pk}&p={five[2].pk}")


def test_odd_parameters_leave_the_address(client, five):
    response = compare(client, five[:2], thema="sport", q="x")

    assert (response.status_code, response.url) == (302, f"/vergelijken/?p={five[0].pk}&p={five[1].pk}")


def test_table_as_csv_has_the_same_rows_and_no_formulas(client, shared):
    practices = [
        published_practice(title="=HYPERLINK(1)", content=story("+31 bellen"), **shared),
        published_practice(title="Gewoon; met puntkomma", content=story("Regel"), **shared),
    ]

    response = compare(client, practices, formaat="csv")

    table = list(csv.reader(response.content.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="vergelijking.csv"'
    assert table[0] == ["Onderdeel", "'=HYPERLINK(1)", "Gewoon; met puntkomma"]
    assert {row[0]: row[1:] for row in table}["Wat houdt het in"] == ["'+31 bellen", "Regel"]
    assert [row[0] for row in table[1:]] == list(rows(compare(client, practices)))


def test_text_of_a_practice_is_escaped(client, shared):
    practices = [published_practice(title=f"<b>{n}</b>", policy_context="<script>1</script>", **shared) for n in "ab"]

    body = compare(client, practices).content.decode()

    assert ("<b>a" in body, "<script>1" in body) == (False, False)


def test_comparison_is_a_plain_question(client):
    assert client.post("/vergelijken/").status_code == 405
