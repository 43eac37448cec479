"""Cells of the CSV files that people open in a spreadsheet: Dutch numbers, and no text that acts as a formula."""

from numbers import Number

from django.utils.formats import number_format

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(value):
    """A number in the reader's notation; a text that no spreadsheet takes for a formula."""
    if isinstance(value, Number):
        return number_format(value, force_grouping=False)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
