import datetime
import zipfile

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from practices.municipalities.importing.problems import UnreadableFileError

# A workbook is a zip file: a small one can unfold to fill a disk.
LARGEST_UNFOLDED_BYTES = 50_000_000
MOST_COLUMNS = 40


def read_workbook(path):
    """Yields (line number, texts) for each line of the first sheet; a formula comes as its own text."""
    try:
        _check_unfolded_size(path)
        workbook = load_workbook(path, read_only=True, data_only=False)
        width = 0
        for line, values in enumerate(_values(workbook), start=1):
            cells = [_as_text(value) for value in values]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                # A sheet has no row ends: what lies right of the last value is empty, not missing.
                width = width or len(cells)
                yield line, cells + [""] * (width - len(cells))
    except UnreadableFileError:
        raise
    except Exception as error:  # openpyxl raises whatever a broken file makes it stumble over
        raise UnreadableFileError(
            "broken_workbook", _("The workbook cannot be opened. Save it again as .xlsx, or as CSV UTF-8.")
        ) from error


def _check_unfolded_size(path):
    with zipfile.ZipFile(path) as archive:
        if sum(member.file_size for member in archive.infolist()) > LARGEST_UNFOLDED_BYTES:
            raise UnreadableFileError(
                "too_large", _("The workbook is too large. Keep only the sheet with municipalities.")
            )


def _values(workbook):
    sheet = workbook.worksheets[0]
    # What a file says about its own size may be wrong; read what is there.
    sheet.reset_dimensions()
    return sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)


def _as_text(value):
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
