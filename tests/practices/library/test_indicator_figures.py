import pytest
from django.utils.translation import override

from practices.csv_cells import safe_cell
from tests.practices.practice_factories import published_practice

pytestmark = pytest.mark.django_db


def indicator(**values):
    return [{"type": "indicator", "value": {"name": "Score", "unit": "punten", **values}}]


@pytest.fixture
def practice(search_index):
    figures = indicator(
        baseline="-0.2",
        baseline_year=2020,
        target="0.15",
        target_year=2033,
        measurements=[{"year": 2024, "value": "-0.175", "note": "=1+1"}, {"year": 2022, "value": "1200", "note": ""}],
    )
    return published_practice(indicators=figures)


def test_figures_open_in_a_spreadsheet_oldest_first(client, practice):
    response = client.get(f"/praktijken/{practice.pk}/cijfers/0/")

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="voetbal-voor-iedereen-1.csv"'
    assert response.content.decode().splitlines() == [
        "\ufeffjaar;waarde;eenheid;soort;opmerking",
        "2020;-0,2;punten;begin;",
        "2022;1200;punten;gemeten;",
        "2024;-0,175;punten;gemeten;'=1+1",
        "2033;0,15;punten;doel;",
    ]


@pytest.mark.parametrize("number", [1, 99, 10**20])
def test_indicator_that_is_not_there_is_not_found(client, practice, number):
    assert client.get(f"/praktijken/{practice.pk}/cijfers/{number}/").status_code == 404


def test_practice_that_is_not_there_is_not_found(client):
    assert client.get(f"/praktijken/{10**30}/cijfers/0/").status_code == 404


def test_figures_can_only_be_read(client, practice):
    assert client.post(f"/praktijken/{practice.pk}/cijfers/0/").status_code == 405


@pytest.mark.parametrize("text", ["=SUM(A1)", "+31 13", "-ja", "@wie", "\t=1", "\r=1", "\n=1"])
def test_text_does_not_act_as_a_formula(text):
    assert safe_cell(text) == f"'{text}"


def test_numbers_stay_numbers_and_are_dutch():
    with override("nl"):
        assert [safe_cell(value) for value in (-5, 1234567, 0.5, "tekst", "")] == ["-5", "1234567", "0,5", "tekst", ""]
