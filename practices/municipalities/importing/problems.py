"""What can be wrong with a file, in words that tell its owner what to do."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


class UnreadableFileError(Exception):
    """The file as a whole cannot be used. `code` names the reason, the message says what to do."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class BadValueError(Exception):
    """One value cannot be used. `code` names the reason, the message says what to do."""

    def __init__(self, code, message, column=""):
        super().__init__(message)
        self.code = code
        self.column = column


@dataclass(frozen=True)
class Problem:
    line: int
    column: str
    code: str
    message: str

    @classmethod
    def of(cls, line, error):
        return cls(line, error.column, error.code, str(error))

    def __str__(self):
        where = _("Line %(line)s, column %(column)s") if self.column else _("Line %(line)s")
        return f"{where % {'line': self.line, 'column': self.column}}: {self.message}"
