"""The facts at a glance of a practice, in the order of the case template."""

from django.utils.dates import MONTHS
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from practices.library.models.parts import Scope


def month_and_year(year, month):
    if not year:
        return ""
    return f"{MONTHS[month]} {year}" if month else str(year)


def period(practice):
    """When it ran, in words: "september 2020 to 2022"; empty when the source does not tell."""
    first = month_and_year(practice.start_year, practice.start_month)
    last = month_and_year(practice.end_year, practice.end_month)
    if first and last and first != last:
        return gettext("%(first)s to %(last)s") % {"first": first, "last": last}
    if first and not last:
        return gettext("from %s") % first
    return first or (gettext("until %s") % last if last else "")


def place(practice):
    municipality = practice.municipality
    if municipality is None:
        return gettext("not named in the source")
    if not municipality.population:
        return municipality.name
    count = number_format(municipality.population, force_grouping=True)
    return gettext("%(name)s, %(count)s inhabitants") % {"name": municipality.name, "count": count}


def means(practice):
    parts = []
    if practice.budget_eur is not None:
        parts.append(f"€ {number_format(practice.budget_eur, force_grouping=True)}")
    if practice.hours_per_week:
        hours = number_format(practice.hours_per_week.normalize())
        parts.append(ngettext("%s hour a week", "%s hours a week", practice.hours_per_week) % hours)
    return gettext(" and ").join(parts)


def terms(practice, field):
    return [(term.name, term.get_absolute_url()) for term in getattr(practice, field).all()]


def review(practice):
    if practice.last_reviewed_on is None:
        return gettext("not reviewed yet")
    day = date_format(practice.last_reviewed_on)
    if practice.last_reviewed_by:
        return gettext("%(day)s, by %(who)s") % {"day": day, "who": practice.last_reviewed_by}
    return day


def scope(practice):
    if practice.scope == Scope.NEIGHBOURHOOD and practice.neighbourhood:
        return gettext("neighbourhood: %s") % practice.neighbourhood
    return practice.get_scope_display()


def facts_of(practice):
    """Triples of label, text and address; text is a list of (text, address) where there may be several."""
    municipality = practice.municipality
    others = [(other.name, other.get_absolute_url()) for other in practice.other_municipalities.all()]
    facts = [
        (_("Municipality"), place(practice), municipality.get_absolute_url() if municipality else ""),
        (_("Also take part"), others, ""),
        (_("Where"), scope(practice), ""),
        (_("Target group"), terms(practice, "target_groups"), ""),
        (_("Approach"), terms(practice, "approaches"), ""),
        (_("Ground of discrimination"), terms(practice, "grounds"), ""),
        (_("Role of the municipality"), terms(practice, "roles"), ""),
        (_("Period"), period(practice), ""),
        (_("Money"), means(practice), ""),
        (_("Reviewed"), review(practice), ""),
    ]
    return [fact for fact in facts if fact[1]]
