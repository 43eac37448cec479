"""How complete a practice is: what colleagues elsewhere ask for first counts most.

The order follows what officials said they miss: what works and what it yields, whom to call, what it
costs, and how it goes on (evaluations of 2022 and 2025 named in the content's sources).
"""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Part(NamedTuple):
    label: str
    weight: int
    is_filled: callable


class Completeness(NamedTuple):
    percent: int
    missing: list[str]

    @property
    def most_useful(self):
        return self.missing[:3]


def has(*names):
    """A check that at least one of the fields or lists holds something."""

    def is_filled(practice):
        values = (getattr(practice, name) for name in names)
        return any(value.exists() if hasattr(value, "exists") else value for value in values)

    return is_filled


PARTS = [
    Part(_("what it is"), 10, has("content")),
    Part(_("a contact person"), 9, has("contacts", "contact_email")),
    Part(_("what worked"), 9, has("lessons_worked")),
    Part(_("what did not work"), 8, has("lessons_failed")),
    Part(_("what it yielded"), 8, has("yield_municipality", "yield_partners", "yield_residents")),
    Part(_("what it cost"), 7, has("budget_eur", "funding_sources")),
    Part(_("how it went"), 7, has("course")),
    Part(_("the occasion"), 6, has("reason")),
    Part(_("partners"), 6, has("partners")),
    Part(_("anchoring and what comes next"), 6, has("continuation", "anchoring_status")),
    Part(_("target group"), 5, has("target_groups")),
    Part(_("how the plan came about"), 5, has("origin")),
    Part(_("own experience or a recognised level"), 5, has("own_experience", "evidence_level")),
    Part(_("phase"), 4, has("phase")),
    Part(_("period"), 4, has("start_year")),
    Part(_("an indicator"), 4, has("indicators")),
    Part(_("policy context"), 3, has("policy_context")),
    Part(_("the role of knowledge"), 3, has("knowledge_role", "knowledge_sources")),
    Part(_("hours a week"), 3, has("hours_per_week")),
    Part(_("theory of change"), 3, has("theory_steps")),
    Part(_("municipal role"), 2, has("roles")),
    Part(_("ground of discrimination"), 2, has("grounds")),
    Part(_("date of the last review"), 2, has("last_reviewed_on")),
    Part(_("a picture"), 1, has("cover")),
]


WHOLE = sum(part.weight for part in PARTS)


def completeness_of(practice):
    """Percentage of the weights that is filled, rounded down, and the labels of the rest, most useful first."""
    missing = [part for part in PARTS if not part.is_filled(practice)]
    weight = WHOLE - sum(part.weight for part in missing)
    return Completeness(100 * weight // WHOLE, [part.label for part in missing])
