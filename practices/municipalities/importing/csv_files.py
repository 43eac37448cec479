import csv
import io

from django.utils.translation import gettext as _

from practices.municipalities.importing.problems import UnreadableFileError

DELIMITERS = ",;\t"


def read_csv(path):
    """Yields (line number, texts) for each line of a CSV file in UTF-8, with or without byte-order mark."""
    text = _decoded(path.read_bytes())
    first_line = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cells):
                yield line, cells
            # A quoted value may span lines; a person looks for the line on which the row starts.
            line = reader.line_num + 1
    except csv.Error as error:
        message = _("The file breaks off at line %(line)s. Look for a quotation mark too many or too few.")
        raise UnreadableFileError("broken_csv", message % {"line": line}) from error


def _decoded(content):
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise UnreadableFileError(
            "wrong_encoding", _("The file is not in UTF-8. Save it again and choose 'CSV UTF-8' as its type.")
        )
    return text
