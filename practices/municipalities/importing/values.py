"""Turns the text in one cell into a value, or says why it cannot."""

import datetime
import re

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from practices.municipalities.choices import Province
from practices.municipalities.importing.problems import BadValueError
from practices.municipalities.names import name_key

LONGEST_TEXT = 100
LONGEST_QUOTE = 40
OLDEST_YEAR = 1900
BETWEEN_VALUES = "|"
# Letters that come from reading UTF-8 as Windows text, and the mark for a letter that was lost.
GARBLED = re.compile("[ÃÂâ][\u0080-\u00bf€™‰¢]|\ufffd")
# A formula, or what a spreadsheet shows when one failed.
FORMULA = re.compile(r"=|#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)")
YES, NO = {"1", "ja", "yes", "true", "waar"}, {"", "0", "nee", "no", "false", "onwaar"}
PROVINCES = {slugify(province.label): province.value for province in Province} | {"friesland": Province.FRYSLAN.value}


def refuse(code, message, text="", **values):
    """Raises BadValueError with the text quoted in the message, shortened if need be."""
    quote = text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"
    raise BadValueError(code, message % {"text": quote, **values})


def code(text):
    if not re.fullmatch(r"GM\d{4}", text, re.ASCII):
        refuse("code", _("'%(text)s' is not a CBS code. Write GM and four digits, such as GM0344."), text)
    return text


def name(text):
    if not name_key(text):
        refuse("name_missing", _("Fill in the official name."))
    if len(text) > LONGEST_TEXT:
        refuse("too_long", _("'%(text)s' is longer than %(longest)s characters."), text, longest=LONGEST_TEXT)
    return text


def province(text):
    if not text:
        return ""
    if slugify(text) not in PROVINCES:
        message = _("'%(text)s' is not a province. Choose from: %(provinces)s.")
        refuse("province", message, text, provinces=", ".join(Province.labels))
    return PROVINCES[slugify(text)]


def whole_number(text):
    """A number of 0 or more, with or without dots between the thousands; None for an empty text."""
    if not text:
        return None
    if re.fullmatch(r"-\d[\d.]*", text, re.ASCII):
        refuse("negative", _("'%(text)s' is less than zero."), text)
    if not re.fullmatch(r"\d{1,8}|\d{1,2}(\.\d{3}){1,2}|\d{3}\.\d{3}", text, re.ASCII):
        refuse("number", _("'%(text)s' is not a whole number."), text)
    return int(text.replace(".", ""))


def year(text):
    number = whole_number(text)
    if number is not None and not OLDEST_YEAR <= number <= timezone.localdate().year:
        message = _("%(text)s is not a year from %(oldest)s until now.")
        refuse("year", message, text, oldest=OLDEST_YEAR)
    return number


def degrees(text):
    """A coordinate with a point or a comma; None for an empty text."""
    if not text:
        return None
    if not re.fullmatch(r"-?\d{1,3}([.,]\d{1,15})?", text, re.ASCII):
        refuse("coordinate", _("'%(text)s' is not a coordinate. Write degrees, such as 52.3676."), text)
    return float(text.replace(",", "."))


def yes_or_no(text):
    if text.lower() not in YES | NO:
        refuse("yes_or_no", _("'%(text)s' is not yes or no. Write 1 or 0."), text)
    return text.lower() in YES


def date(text):
    """A day written as 2026-01-31 or 31-1-2026; None for an empty text."""
    if not text:
        return None
    dutch = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", text, re.ASCII)
    try:
        if dutch:
            day, month, in_year = map(int, dutch.groups())
            return datetime.date(in_year, month, day)
        return datetime.date.fromisoformat(text)
    except ValueError:
        refuse("date", _("'%(text)s' is not a date. Write year-month-day, such as 2026-01-31."), text)


def codes(text):
    return tuple(sorted({code(part.strip()) for part in text.split(BETWEEN_VALUES) if part.strip()}))


def spellings(text):
    return tuple(name(part.strip()) for part in text.split(BETWEEN_VALUES) if part.strip())


def checked(text):
    """The text itself; refuses what cannot be a plain value in any column."""
    if FORMULA.match(text):
        refuse("formula", _("This cell holds a formula. Put the value itself in it."))
    if GARBLED.search(text) or any(ord(letter) < 32 for letter in text):
        refuse("garbled", _("'%(text)s' has broken letters. Save the file again as UTF-8."), text)
    return text


# Column -> (field of the municipality, how to read it).
COLUMNS = {
    "cbs_code": ("cbs_code", code),
    "name": ("name", name),
    "province": ("province", province),
    "population": ("population", whole_number),
    "population_year": ("population_year", year),
    "latitude": ("latitude", degrees),
    "longitude": ("longitude", degrees),
    "g4": ("is_g4", yes_or_no),
    "g40": ("is_g40", yes_or_no),
    "valid_from": ("valid_from", date),
    "valid_until": ("valid_until", date),
    "successors": ("successors", codes),
    "spellings": ("spellings", spellings),
}
