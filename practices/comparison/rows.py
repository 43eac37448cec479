"""The rows of a comparison, in the order of the case template."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from practices.library.plain_text import told, words_of_blocks, words_of_html


class Row(NamedTuple):
    label: str
    values: list[str]

    @property
    def is_same(self):
        return len(set(self.values)) == 1

    @property
    def is_known(self):
        return any(self.values)


class Group(NamedTuple):
    label: str
    rows: list[Row]


def names(field):
    return lambda practice: ", ".join(term.name for term in getattr(practice, field).all())


def display(field):
    return lambda practice: str(getattr(practice, f"get_{field}_display")())


def story(field):
    """Only what is told: tables, files and pictures do not fit in a cell."""
    return lambda practice: words_of_blocks(told(getattr(practice, field)))


def plain(field):
    return lambda practice: str(getattr(practice, field) or "")


def inhabitants(practice):
    place = practice.municipality
    if not place or not place.population:
        return ""
    group = " (G4)" if place.is_g4 else " (G40)" if place.is_g40 else ""
    return number_format(place.population, force_grouping=True) + group


def municipalities(practice):
    lead = [practice.municipality] if practice.municipality else []
    return ", ".join(place.name for place in [*lead, *practice.other_municipalities.all()])


def partners(practice):
    return "; ".join(
        f"{partner.name} ({partner.role})" if partner.role else partner.name for partner in practice.partners.all()
    )


def budget(practice):
    return f"€ {number_format(practice.budget_eur, force_grouping=True)}" if practice.budget_eur is not None else ""


def funding(practice):
    return "; ".join(source.name for source in practice.funding_sources.all())


def cofinancing(practice):
    share = practice.cofinancing_share
    return "" if share is None else f"{share:.0%}"


def hours(practice):
    if practice.hours_per_week is None:
        return ""
    count = number_format(practice.hours_per_week.normalize())
    return ngettext("%s hour", "%s hours", practice.hours_per_week) % count


def lessons(field):
    return lambda practice: "; ".join(block.value["text"] for block in getattr(practice, field))


def evidence(practice):
    if practice.current_evidence_level:
        return str(practice.current_evidence_level.label)
    return gettext("lapsed") if practice.evidence_has_lapsed else ""


def period(practice):
    years = [str(year) for year in (practice.start_year, practice.end_year) if year]
    return "–".join(dict.fromkeys(years))


TEMPLATE: list[tuple[str, list[tuple[str, Callable]]]] = [
    (
        _("At a glance"),
        [
            (_("Municipality"), municipalities),
            (_("Inhabitants"), inhabitants),
            (_("Phase"), display("phase")),
            (_("Period"), period),
            (_("Themes"), names("themes")),
            (_("Grounds of discrimination"), names("grounds")),
            (_("Role of the municipality"), names("roles")),
            (_("Where it takes place"), display("scope")),
            (_("Policy context"), plain("policy_context")),
        ],
    ),
    (_("Occasion and plan"), [(_("Occasion"), story("reason")), (_("How the plan came about"), story("origin"))]),
    (
        _("The approach"),
        [
            (_("What it is"), story("content")),
            (_("Approaches"), names("approaches")),
            (_("Target groups"), names("target_groups")),
            (_("Partners"), partners),
        ],
    ),
    (
        _("Course and yield"),
        [
            (_("How it went"), story("course")),
            (_("Yield for the municipality"), story("yield_municipality")),
            (_("Yield for partners"), story("yield_partners")),
            (_("Yield for residents"), story("yield_residents")),
            (_("What worked"), lessons("lessons_worked")),
            (_("What did not work"), lessons("lessons_failed")),
            (_("The role of knowledge"), story("knowledge_role")),
            (_("Own experience"), lambda practice: words_of_html(practice.own_experience)),
            (_("Recognised level"), evidence),
        ],
    ),
    (
        _("Money and what comes next"),
        [
            (_("Budget"), budget),
            (_("Sources of money"), funding),
            (_("Co-financing"), cofinancing),
            (_("Hours a week"), hours),
            (_("Anchoring"), display("anchoring_status")),
            (_("What comes next"), story("continuation")),
            (_("Why it stopped"), plain("stopped_reason")),
        ],
    ),
]


def comparison(practices, *, only_differences=False):
    """Groups of rows with one value for each practice; an empty value means that it is not known.

    Rows that no practice fills are left out, and those that are the same for all when asked.
    """
    groups = []
    for label, template in TEMPLATE:
        rows = [Row(name, [str(value(practice)) for practice in practices]) for name, value in template]
        rows = [row for row in rows if row.is_known and not (only_differences and row.is_same)]
        if rows:
            groups.append(Group(label, rows))
    return groups
