"""What must hold within one municipality, and between all of them, whatever part of it a file brings."""

from django.utils.translation import gettext as _

from practices.municipalities.importing.problems import BadValueError
from practices.municipalities.models import EAST, NORTH, SOUTH, WEST


def broken_within(facts):
    """Yields a BadValueError for each rule that one municipality's facts break."""
    if not facts["province"] and not facts["valid_until"]:
        yield BadValueError("province_missing", _("Fill in the province, or the last day it existed."), "province")
    if (facts["population"] is None) != (facts["population_year"] is None):
        yield BadValueError(
            "population_year", _("Fill in both the inhabitants and their year, or neither."), "population"
        )
    if (facts["latitude"] is None) != (facts["longitude"] is None):
        yield BadValueError("half_coordinate", _("Fill in both latitude and longitude, or neither."), "latitude")
    elif facts["latitude"] is not None and not _lies_inside(facts):
        yield BadValueError("outside", _("This point does not lie in the Netherlands."), "latitude")
    if facts["is_g4"] and facts["is_g40"]:
        yield BadValueError("g4_and_g40", _("A municipality is in the G4 or in the G40, not in both."), "g40")
    if facts["valid_from"] and facts["valid_until"] and facts["valid_until"] < facts["valid_from"]:
        yield BadValueError("ends_before_start", _("The last day is before the first day."), "valid_until")
    if facts["successors"] and not facts["valid_until"]:
        message = _("Successors without a last day. Fill in the last day it existed.")
        yield BadValueError("successors_too_early", message, "successors")


def broken_between(facts, register):
    """Yields a BadValueError for each rule that a municipality breaks together with the rest of the register.

    `register` holds the facts by code as they would be after the import.
    """
    if not facts["valid_until"]:
        others = (other for other in register.values() if not other["valid_until"] and other["name"] == facts["name"])
        for other in others:
            if other["cbs_code"] != facts["cbs_code"]:
                message = _("%(code)s has this name as well. Two municipalities cannot have the same name.")
                yield BadValueError("name_twice", message % {"code": other["cbs_code"]}, "name")
    unknown = [code for code in facts["successors"] if code not in register]
    if unknown:
        message = _("There is no municipality with code %(codes)s.")
        yield BadValueError("successor_unknown", message % {"codes": ", ".join(unknown)}, "successors")
    if facts["cbs_code"] in _all_successors(facts, register):
        yield BadValueError("circle", _("The successors lead back to this municipality itself."), "successors")


def _lies_inside(facts):
    return SOUTH <= facts["latitude"] <= NORTH and WEST <= facts["longitude"] <= EAST


def _all_successors(facts, register):
    found, waiting = set(), list(facts["successors"])
    while waiting:
        code = waiting.pop()
        if code not in found and code in register:
            found.add(code)
            waiting.extend(register[code]["successors"])
    return found
