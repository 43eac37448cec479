"""The sections of a practice's page: which there are, in which order, and which of them hold something."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _


class Section(NamedTuple):
    """A heading with its anchor; `template` draws `values`, which are those of the practice's `fields`."""

    anchor: str
    heading: str
    template: str
    fields: tuple[str, ...]
    values: tuple[Any, ...] = ()

    def of(self, practice):
        return self._replace(values=tuple(getattr(practice, name) for name in self.fields))

    @property
    def is_filled(self):
        return any(value.all() if hasattr(value, "all") else value for value in self.values)


def story(anchor, heading, field):
    return Section(anchor, heading, "practices/sections/story.html", (field,))


def special(anchor, heading, *fields):
    return Section(anchor, heading, f"practices/sections/{anchor}.html", fields)


SECTIONS = [
    special("context", _("Policy context"), "policy_context"),
    story("aanleiding", _("Occasion"), "reason"),
    story("totstandkoming", _("How the plan came about"), "origin"),
    story("aanpak", _("What it is"), "content"),
    special("veranderingstheorie", _("Theory of change"), "theory_steps"),
    story("verloop", _("How it went"), "course"),
    special("opbrengst", _("What it yielded"), "yield_municipality", "yield_partners", "yield_residents", "indicators"),
    special("bewijs", _("What do we know for sure?"), "own_experience", "evidence_level"),
    special("kennis", _("The role of knowledge"), "knowledge_role", "knowledge_sources"),
    special("lessen", _("What worked, what did not and why"), "lessons_worked", "lessons_failed"),
    special("geld", _("Money and hours"), "budget_eur", "budget_spent_on", "hours_per_week", "funding_sources"),
    special(
        "borging",
        _("Anchoring and what comes next"),
        "continuation",
        "anchoring_status",
        "money_ends_on",
        "next_payer",
        "stopped_reason",
    ),
]
# What stands beside the story and holds words too; always there when the practice has them.
BESIDE = [
    Section("in-het-kort", _("At a glance"), "practices/parts/practice_facts.html", ("neighbourhood",)),
    Section("partners", _("Partners"), "practices/parts/practice_partners.html", ("partners",)),
]


def section_of_field(name):
    """Where the page shows a field."""
    return next(section for section in (*SECTIONS, *BESIDE) if name in section.fields)


def sections_of(practice):
    """The sections that hold something, in the order of the page."""
    sections = (section.of(practice) for section in SECTIONS)
    return [section for section in sections if section.is_filled]
