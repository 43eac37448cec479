"""Puts what an import would change into lines for the person who runs it."""

import datetime

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from practices.municipalities.choices import Province
from practices.municipalities.models import Municipality


def report_lines(plan):
    """Yields the lines: what is new, what changes, what ends, and the counts."""
    groups = {
        _("New:"): [d for d in plan.differences if d.is_new],
        _("Changed:"): [d for d in plan.differences if not d.is_new and not d.is_ending],
        _("Ended:"): [d for d in plan.differences if d.is_ending],
    }
    for heading, differences in groups.items():
        if differences:
            yield f"{heading} {len(differences)}"
        for difference in differences:
            yield f"  {difference.after['cbs_code']} {difference.after['name']}"
            if not difference.is_new:
                yield from (f"    {line}" for line in _changes(difference))
    yield ngettext("%(count)s row is the same.", "%(count)s rows are the same.", plan.unchanged) % {
        "count": plan.unchanged
    }
    yield ngettext(
        "%(count)s municipality is not in the file and stays as it is.",
        "%(count)s municipalities are not in the file and stay as they are.",
        plan.absent,
    ) % {"count": plan.absent}


def problem_lines(problems):
    """Yields the number of problems and one line for each."""
    count = len(problems)
    yield ngettext("%(count)s problem:", "%(count)s problems:", count) % {"count": count}
    yield from (f"  {problem}" for problem in problems)


def _changes(difference):
    for name in difference.changed_fields:
        label = Municipality._meta.get_field(name).verbose_name
        yield f"{label}: {_shown(name, difference.before[name])} → {_shown(name, difference.after[name])}"
    if difference.added_spellings:
        label = _("other spellings")
        yield f"{label}: + {', '.join(difference.added_spellings)}"


def _shown(name, value):
    if value in (None, "", ()):
        return _("(empty)")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime.date):
        return date_format(value, "j F Y")
    if isinstance(value, tuple):
        return ", ".join(value)
    if name == "province":
        return Province(value).label
    if name == "population":
        return number_format(value, force_grouping=True)
    return str(value)
