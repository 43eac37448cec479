"""Compares a table with the register and lists what would change, without changing anything."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import F
from django.utils.translation import gettext as _

from practices.municipalities.importing import rules, values
from practices.municipalities.importing.problems import BadValueError, Problem
from practices.municipalities.models import Municipality, Spelling
from practices.municipalities.names import name_key

PLAIN_FIELDS = (
    *("name", "province", "population", "population_year", "latitude", "longitude"),
    *("is_g4", "is_g40", "valid_from", "valid_until"),
)
NOTHING_KNOWN = {
    **dict.fromkeys(PLAIN_FIELDS),
    "name": "",
    "province": "",
    "is_g4": False,
    "is_g40": False,
    "successors": (),
    "spellings": (),
}


@dataclass(frozen=True)
class Difference:
    """One municipality as it is and as it would be; `before` is None when it is new."""

    before: dict | None
    after: dict

    @property
    def is_new(self):
        return self.before is None

    @property
    def is_ending(self):
        return not self.is_new and not self.before["valid_until"] and bool(self.after["valid_until"])

    @property
    def changed_fields(self):
        before = self.before or NOTHING_KNOWN
        return [name for name in (*PLAIN_FIELDS, "successors") if before[name] != self.after[name]]

    @property
    def added_spellings(self):
        """Spellings that the register does not have; a name that is given up stays as a spelling."""
        before = self.before or NOTHING_KNOWN
        known = {name_key(text) for text in (*before["spellings"], self.after["name"])}
        texts = {name_key(text): text for text in (before["name"], *self.after["spellings"]) if text}
        return [text for key, text in texts.items() if key not in known]

    def __bool__(self):
        return self.is_new or bool(self.changed_fields or self.added_spellings)


@dataclass
class Plan:
    differences: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    unchanged: int = 0
    absent: int = 0


def plan_import(table):
    """What the rows of a table would change. Municipalities that are not in it stay as they are."""
    register = current_facts()
    plan = Plan(problems=list(table.problems))
    after = {}
    lines = {}
    for line, cells in table.rows:
        facts = _read_row(line, cells, register, lines, plan.problems)
        if facts:
            after[facts["cbs_code"]] = facts
    _check_between(after, lines, register, plan.problems)
    differences = [Difference(register.get(code), facts) for code, facts in after.items()]
    plan.differences = [difference for difference in differences if difference]
    plan.unchanged = len(differences) - len(plan.differences)
    plan.absent = len(register.keys() - lines.keys())
    plan.problems.sort(key=lambda problem: problem.line)
    return plan


def current_facts():
    """{code: facts} of the whole register, in three queries."""
    successors, spellings = defaultdict(list), defaultdict(list)
    pairs = Municipality.successors.through.objects.values_list(
        "from_municipality__cbs_code", F("to_municipality__cbs_code")
    )
    for code, successor in pairs:
        successors[code].append(successor)
    for code, text in Spelling.objects.values_list("municipality__cbs_code", "text"):
        spellings[code].append(text)
    return {
        facts["cbs_code"]: {
            **facts,
            "successors": tuple(sorted(successors[facts["cbs_code"]])),
            "spellings": tuple(spellings[facts["cbs_code"]]),
        }
        for facts in Municipality.objects.values("cbs_code", *PLAIN_FIELDS)
    }


def _read_row(line, cells, register, lines, problems):
    """The facts after this row, or None when the row is not good; notes its problems and its line."""
    read, errors = {}, []
    for column, text in cells.items():
        name, reader = values.COLUMNS[column]
        try:
            read[name] = reader(values.checked(text))
        except BadValueError as error:
            errors.append(BadValueError(error.code, str(error), column))
    code = read.get("cbs_code")
    if code in lines:
        message = _("%(code)s is on line %(line)s as well.") % {"code": code, "line": lines[code]}
        errors.append(BadValueError("code_twice", message, "cbs_code"))
    elif code:
        lines[code] = line
    facts = {**NOTHING_KNOWN, **register.get(code, {}), **read}
    if not errors:
        errors = list(rules.broken_within(facts))
    problems.extend(Problem.of(line, error) for error in errors)
    return None if errors else facts


def _check_between(after, lines, register, problems):
    together = {**register, **after}
    for code, facts in after.items():
        for error in rules.broken_between(facts, together):
            problems.append(Problem.of(lines[code], error))
