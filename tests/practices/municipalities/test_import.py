import datetime
import io
import zipfile

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.db.models.signals import post_save

from practices.municipalities.importing.applying import apply_differences
from practices.municipalities.importing.planning import plan_import
from practices.municipalities.importing.problems import UnreadableFileError
from practices.municipalities.importing.reading import LARGEST_FILE_BYTES, MOST_ROWS, read_table
from practices.municipalities.loading import REGISTER_FILE, load_register
from practices.municipalities.look_up import look_up
from practices.municipalities.models import Municipality
from tests.practices.municipalities.import_files import HEADER, csv_file, workbook_file
from tests.practices.municipality_factories import EndedMunicipalityFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db

TILBURG = "GM0855,Tilburg,Noord-Brabant,229836,2024,51.56,5.09,0,1"
# One bad row for each reason; the good row on line 2 makes line 5 the second of its code.
BAD_ROWS = {
    3: ("GM855,Goirle,Noord-Brabant,,,,,,", ["code"]),
    4: (",Goirle,Noord-Brabant,,,,,,", ["code"]),
    5: (TILBURG, ["code_twice"]),
    6: ("GM0785,,Noord-Brabant,,,,,,", ["name_missing"]),
    7: (f"GM0784,{'G' * 101},Noord-Brabant,,,,,,", ["too_long"]),
    8: ("GM0786,Grave,Holland,,,,,,", ["province"]),
    9: ("GM0787,Grave,,,,,,,", ["province_missing"]),
    10: ("GM0788,Haaren,Noord-Brabant,-5,2024,,,,", ["negative"]),
    11: ("GM0789,Heel,Limburg,veel,2024,,,,", ["number"]),
    12: ("GM0790,Heel,Limburg,100,1492,,,,", ["year"]),
    13: ("GM0791,Heel,Limburg,100,,,,,", ["population_year"]),
    14: ("GM0792,Heel,Limburg,,,48.85,2.35,,", ["outside"]),
    15: ("GM0793,Heel,Limburg,,,noord,5.1,,", ["coordinate"]),
    16: ("GM0794,Heel,Limburg,,,51.2,,,", ["half_coordinate"]),
    17: ("GM0795,Heel,Limburg,,,,,misschien,", ["yes_or_no"]),
    18: ("GM0796,Heel,Limburg,,,,,1,1", ["g4_and_g40"]),
    19: ("GM0797,Heel,Limburg,,", ["column_count"]),
    20: ('GM0798,"=HYPERLINK(""x"")",Limburg,,,,,,', ["formula"]),
    21: ("GM0799,SÃºdwest-FryslÃ¢n,Fryslân,,,,,,", ["garbled"]),
    22: ("GM0800,Tilburg,Limburg,,,,,,", ["name_twice"]),
    23: ("GM0801,Heel,Holland,-1,nu,,,,", ["province", "negative", "number"]),
}


def run(path, **options):
    """(what the command said, what it complained of, the last sentence of a refusal or None)."""
    said, complained = io.StringIO(), io.StringIO()
    try:
        call_command("import_municipalities", str(path), stdout=said, stderr=complained, **options)
    except CommandError as error:
        return said.getvalue(), complained.getvalue(), error
    return said.getvalue(), complained.getvalue(), None


def problems(path):
    return [(problem.line, problem.code) for problem in plan_import(read_table(path)).problems]


def refusal(path):
    with pytest.raises(UnreadableFileError) as error:
        plan_import(read_table(path))
    return error.value.code


def test_every_bad_row_is_reported_with_its_line_and_reason(tmp_path):
    path = csv_file(tmp_path, TILBURG, *(row for row, _codes in BAD_ROWS.values()))

    found = problems(path)

    assert len(BAD_ROWS) == 21
    assert found == [
        # The row that holds the name first hears of it as well.
        (line, code)
        for line, codes in {2: ["name_twice"], **{line: codes for line, (_row, codes) in BAD_ROWS.items()}}.items()
        for code in codes
    ]


def test_one_bad_row_keeps_all_the_others_out(tmp_path):
    path = csv_file(tmp_path, TILBURG, *(row for row, _codes in BAD_ROWS.values()))

    _said, complained, error = run(path, apply=True)

    assert error.returncode == 1
    # A heading, and a line for each of the 24 problems.
    assert len(complained.splitlines()) == 25
    assert Municipality.objects.count() == 0


def test_a_dry_run_lists_what_would_change_and_changes_nothing(tmp_path):
    MunicipalityFactory(
        cbs_code="GM0855", name="Tilburg", province="noord-brabant", population=220_000, population_year=2020
    )
    MunicipalityFactory(cbs_code="GM0001", name="Blijft")
    path = csv_file(tmp_path, TILBURG, "GM9999,Nieuwstad,Utrecht,1000,2024,,,,")

    said, complained, error = run(path)

    assert [complained, error] == ["", None]
    assert "  GM9999 Nieuwstad" in said.splitlines()
    assert [line.partition(": ")[2] for line in said.splitlines() if " → " in line][:2] == [
        "220.000 → 229.836",
        "2020 → 2024",
    ]
    assert Municipality.objects.count() == 2
    assert Municipality.objects.get(cbs_code="GM0855").population == 220_000


def test_apply_makes_the_changes_and_a_second_time_there_are_none(tmp_path):
    MunicipalityFactory(cbs_code="GM0855", name="Tilburg", slug="tilburg", province="noord-brabant")
    path = csv_file(
        tmp_path, TILBURG, "GM9999,Nieuwstad aan de Ee,Friesland,12.345,2024,'53,1','5,8',nee,ja".replace("'", '"')
    )

    _said, _complained, error = run(path, apply=True)

    assert error is None
    tilburg, new = Municipality.objects.get(cbs_code="GM0855"), Municipality.objects.get(cbs_code="GM9999")
    assert [tilburg.population, tilburg.latitude, tilburg.is_g40] == [229_836, 51.56, True]
    assert [new.slug, new.province, new.population] == ["nieuwstad-aan-de-ee", "fryslan", 12_345]
    assert [new.latitude, new.longitude, new.is_g4, new.is_g40] == [53.1, 5.8, False, True]
    assert plan_import(read_table(path)).differences == []


def test_what_builds_on_the_register_hears_of_each_change(tmp_path):
    MunicipalityFactory(cbs_code="GM0855", name="Tilburg", province="noord-brabant")
    heard = []

    def listener(instance, created, **kwargs):
        heard.append((instance.name, created))

    post_save.connect(listener, sender=Municipality)
    try:
        run(csv_file(tmp_path, TILBURG, "GM9999,Nieuwstad,Utrecht,,,,,,"), apply=True)
    finally:
        post_save.disconnect(listener, sender=Municipality)

    assert heard == [("Tilburg", False), ("Nieuwstad", True)]


def test_a_new_name_keeps_the_address_and_the_old_name_still_leads_there(tmp_path):
    MunicipalityFactory(cbs_code="GM0855", name="Tilborg", slug="tilborg", province="noord-brabant")

    run(csv_file(tmp_path, "GM0855,Tilburg,Noord-Brabant", header="cbs_code,name,province"), apply=True)

    tilburg = Municipality.objects.get()
    assert [tilburg.name, tilburg.slug, look_up("tilborg").municipality] == ["Tilburg", "tilborg", tilburg]


def test_columns_that_are_left_out_stay_as_they_are(tmp_path):
    MunicipalityFactory(cbs_code="GM0855", name="Tilburg", population=5, is_g40=True)

    run(csv_file(tmp_path, "GM0855,Tilburg,Limburg", header="cbs_code,name,province"), apply=True)

    tilburg = Municipality.objects.get()
    assert [tilburg.province, tilburg.population, tilburg.is_g40] == ["limburg", 5, True]


def test_a_municipality_ends_with_a_last_day_and_successors(tmp_path):
    load_register()
    row = "GM1696,Wijdemeren,Noord-Holland,2025-12-31,GM0402,Wijdemeren (NH)"
    path = csv_file(tmp_path, row, header="cbs_code,name,province,valid_until,successors,spellings")

    (difference,) = plan_import(read_table(path)).differences
    run(path, apply=True)

    assert [difference.is_ending, difference.changed_fields] == [True, ["valid_until", "successors"]]
    found = look_up("wijdemeren nh")
    assert [found.municipality.name, found.old_name] == ["Hilversum", "Wijdemeren"]
    assert Municipality.objects.current().count() == 341


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("GM1696,Wijdemeren,Noord-Holland,,2026-13-01,", "date"),
        ("GM1696,Wijdemeren,Noord-Holland,2026-01-02,1-1-2026,", "ends_before_start"),
        ("GM1696,Wijdemeren,Noord-Holland,,,GM0402", "successors_too_early"),
        ("GM1696,Wijdemeren,Noord-Holland,,2025-12-31,Hilversum", "code"),
        ("GM1696,Wijdemeren,Noord-Holland,,2025-12-31,GM9998", "successor_unknown"),
        ("GM1696,Wijdemeren,Noord-Holland,,2025-12-31,GM1696", "circle"),
        ("GM1696,Wijdemeren,Noord-Holland,,2025-12-31,GM0017", "circle"),
    ],
)
def test_an_ending_that_cannot_be_is_refused(tmp_path, row, code):
    wijdemeren = MunicipalityFactory(cbs_code="GM1696", name="Wijdemeren")
    MunicipalityFactory(cbs_code="GM0402", name="Hilversum")
    EndedMunicipalityFactory(cbs_code="GM0017", name="Haren").successors.add(wijdemeren)
    path = csv_file(tmp_path, row, header="cbs_code,name,province,valid_from,valid_until,successors")

    assert problems(path) == [(2, code)]


def test_a_rule_is_checked_together_with_what_the_register_knows_already(tmp_path):
    MunicipalityFactory(cbs_code="GM0855", name="Tilburg", is_g40=True)

    path = csv_file(tmp_path, "GM0855,Tilburg,Limburg,1", header="cbs_code,name,province,g4")

    assert problems(path) == [(2, "g4_and_g40")]


def test_changes_that_contradict_each_other_change_nothing(tmp_path):
    for code, name in (("GM0001", "Een"), ("GM0002", "Twee"), ("GM0003", "Drie")):
        MunicipalityFactory(cbs_code=code, name=name, province="utrecht")
    # The first row could be written, the names of the other two cannot be swapped.
    rows = ["GM0001,Vier,Utrecht", "GM0002,Drie,Utrecht", "GM0003,Twee,Utrecht"]
    path = csv_file(tmp_path, *rows, header="cbs_code,name,province")

    _said, _complained, error = run(path, apply=True)
    with pytest.raises(IntegrityError):
        apply_differences(plan_import(read_table(path)).differences)

    assert error.returncode == 1
    assert set(Municipality.objects.values_list("cbs_code", "name")) == {
        ("GM0001", "Een"),
        ("GM0002", "Twee"),
        ("GM0003", "Drie"),
    }


@pytest.mark.parametrize(
    ("lines", "how"),
    [
        ([HEADER, TILBURG], {"encoding": "utf-8-sig"}),
        ([HEADER, TILBURG], {"end": "\r\n"}),
        ([HEADER.replace(",", ";"), TILBURG.replace(",", ";")], {}),
        ([HEADER.replace(",", "\t"), TILBURG.replace(",", "\t")], {}),
        ([HEADER.upper().replace("CBS_CODE", " CBS code "), "", TILBURG, " ,,,,,,,,"], {}),
        ([HEADER, TILBURG.replace("Tilburg", '"Tilburg"')], {}),
    ],
)
def test_a_csv_file_may_come_from_any_program(tmp_path, lines, how):
    path = csv_file(tmp_path, *lines[1:], header=lines[0], **how)

    plan = plan_import(read_table(path))

    assert plan.problems == []
    (difference,) = plan.differences
    assert [difference.after[field] for field in ("cbs_code", "name", "population")] == ["GM0855", "Tilburg", 229_836]


def test_a_workbook_gives_the_same_as_a_csv_file(tmp_path):
    header = [*HEADER.split(","), "valid_from"]
    row = [
        "GM0855",
        "Tilburg",
        "Noord-Brabant",
        229836.0,
        2024,
        51.56,
        5.09,
        False,
        True,
        datetime.date(2009, 1, 1),
    ]

    (difference,) = plan_import(read_table(workbook_file(tmp_path, header, row))).differences

    assert {name: difference.after[name] for name in ("population", "latitude", "is_g4", "is_g40", "valid_from")} == {
        "population": 229_836,
        "latitude": 51.56,
        "is_g4": False,
        "is_g40": True,
        "valid_from": datetime.date(2009, 1, 1),
    }


def test_rows_of_a_workbook_are_counted_as_its_owner_sees_them(tmp_path):
    rows = [
        ["cbs_code", "name", "province"],
        [],
        ["GM0855", "=A1", "Limburg"],
        ["GM0856", "#REF!", "Limburg"],
        ["GM0857", "Heel", None],
    ]

    assert problems(workbook_file(tmp_path, *rows)) == [(3, "formula"), (4, "formula"), (5, "province_missing")]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("cbs_code,name", "columns_missing"),
        ("code;naam;provincie", "columns_missing"),
        ("cbs_code,name,province,mayor", "columns_unknown"),
        ("cbs_code,name,province,", "columns_unknown"),
        ("cbs_code,name,province,name", "columns_twice"),
        ("", "empty"),
        ("cbs_code,name,province", "no_rows"),
    ],
)
def test_a_file_without_the_right_columns_is_refused(tmp_path, header, code):
    assert refusal(csv_file(tmp_path, header=header)) == code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("leeg.csv", b"", "empty"),
        ("oud.csv", f"{HEADER}\nGM1900,Súdwest,,,,,,,".encode("cp1252"), "wrong_encoding"),
        ("excel.csv", f"{HEADER}\n{TILBURG}".encode("utf-16"), "wrong_encoding"),
        ("nul.csv", f"{HEADER}\nGM0855\0,".encode(), "wrong_encoding"),
        ("half.csv", f'{HEADER}\n{TILBURG}\nGM0001,"Een'.encode(), "broken_csv"),
        ("breed.csv", f"{HEADER}\nGM0855,{'x' * 200_000}".encode(), "broken_csv"),
        ("lang.csv", f"{HEADER}\n{'GM0855,a,b,,,,,,' * 1}\n".encode() + b"x\n" * (MOST_ROWS + 1), "too_many_rows"),
        ("groot.csv", b"x" * (LARGEST_FILE_BYTES + 1), "too_large"),
        ("gemeenten.txt", b"x", "wrong_type"),
        ("gemeenten.xls", b"x", "wrong_type"),
        ("kapot.xlsx", b"PK\x03\x04 no workbook", "broken_workbook"),
        ("tekst.xlsx", HEADER.encode(), "broken_workbook"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)

    assert refusal(path) == code

    _said, _complained, error = run(path, apply=True)
    assert [error.returncode, bool(str(error))] == [1, True]


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert refusal(tmp_path / "nergens.csv") == "not_found"
    assert refusal(tmp_path) == "not_found"


def test_a_workbook_that_unfolds_to_a_giant_is_not_opened(tmp_path):
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)

    assert path.stat().st_size < LARGEST_FILE_BYTES
    assert refusal(path) == "too_large"


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "zip.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")

    assert refusal(path) == "broken_workbook"


def test_our_own_file_can_be_imported_over_itself():
    load_register()

    plan = plan_import(read_table(REGISTER_FILE))

    assert [plan.problems, plan.differences, plan.unchanged, plan.absent] == [[], [], 480, 0]
