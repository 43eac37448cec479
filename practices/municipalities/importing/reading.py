"""Opens a CSV file or a workbook as one table of texts, whatever program it was made with."""

from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from practices.municipalities.importing.csv_files import read_csv
from practices.municipalities.importing.problems import BadValueError, Problem, UnreadableFileError
from practices.municipalities.importing.workbooks import read_workbook

# The whole register is 30 kB in 480 rows; much more is another file, or an attack.
LARGEST_FILE_BYTES = 5_000_000
MOST_ROWS = 5_000
READERS = {".csv": read_csv, ".xlsx": read_workbook}
REQUIRED = ("cbs_code", "name", "province")
OPTIONAL = (
    *("population", "population_year", "latitude", "longitude", "g4", "g40"),
    *("valid_from", "valid_until", "successors", "spellings"),
)


@dataclass
class Table:
    """The rows of a file as (line number, {column: text}), and the rows that do not fit its columns."""

    rows: list = field(default_factory=list)
    problems: list = field(default_factory=list)


def read_table(path):
    """The table in a file; raises UnreadableFileError when there is none to be had."""
    lines = _lines(Path(path))
    header = next(lines, None)
    if header is None:
        raise UnreadableFileError("empty", _("The file is empty. Put the names of the columns on the first line."))
    columns = _checked_columns(header[1])
    table = Table()
    for count, (line, cells) in enumerate(lines, start=1):
        if count > MOST_ROWS:
            raise UnreadableFileError(
                "too_many_rows",
                _("The file has more than %(most)s rows. Delete the rows that you do not need.") % {"most": MOST_ROWS},
            )
        _add_row(table, columns, line, cells)
    if not table.rows and not table.problems:
        raise UnreadableFileError("no_rows", _("The file has columns, but no rows below them."))
    return table


def _lines(path):
    if not path.is_file():
        raise UnreadableFileError("not_found", _("There is no file %(path)s.") % {"path": path})
    if path.stat().st_size > LARGEST_FILE_BYTES:
        raise UnreadableFileError("too_large", _("The file is larger than 5 MB. That is too large for a register."))
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableFileError("wrong_type", _("Use a file that ends in .csv or .xlsx."))
    return reader(path)


def _checked_columns(header):
    columns = [name.strip().lower().replace(" ", "_") for name in header]
    missing = [name for name in REQUIRED if name not in columns]
    unknown = [name or _("(no name)") for name in columns if name not in REQUIRED + OPTIONAL]
    twice = sorted({name for name in columns if columns.count(name) > 1})
    known = ", ".join(REQUIRED + OPTIONAL)
    for code, names, message in [
        ("columns_missing", missing, _("These columns are missing: %(names)s. The columns are: %(known)s.")),
        ("columns_unknown", unknown, _("These columns are not known: %(names)s. The columns are: %(known)s.")),
        ("columns_twice", twice, _("These columns come more than once: %(names)s.")),
    ]:
        if names:
            raise UnreadableFileError(code, message % {"names": ", ".join(names), "known": known})
    return columns


def _add_row(table, columns, line, cells):
    cells = [cell.strip() for cell in cells]
    if not any(cells):
        return
    if len(cells) > len(columns) and not any(cells[len(columns) :]):
        cells = cells[: len(columns)]
    if len(cells) != len(columns):
        message = _("The row has %(cells)s values, but there are %(columns)s columns.")
        error = BadValueError("column_count", message % {"cells": len(cells), "columns": len(columns)})
        table.problems.append(Problem.of(line, error))
    else:
        table.rows.append((line, dict(zip(columns, cells, strict=True))))
