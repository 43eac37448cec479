"""The edit form of a practice, in the order of the case template."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from practices.library.plain_text import STORY


def fields(*names):
    return [FieldPanel(name) for name in names]


glance = [
    HelpPanel(template="practices/admin/completeness.html"),
    TitleFieldPanel("title", help_text=_("What was done? Example: football clubs make a plan against racism.")),
    FieldPanel("summary"),
    # Needed to submit, but a draft may be saved without.
    *(FieldPanel(name, required_on_save=False) for name in ("themes", "approaches")),
    *fields("target_groups", "grounds", "roles"),
    FieldPanel("phase"),
    MultiFieldPanel(
        [FieldRowPanel(fields("start_year", "start_month")), FieldRowPanel(fields("end_year", "end_month"))],
        heading=_("Period"),
    ),
    MultiFieldPanel(fields("cover", "cover_alt"), heading=_("Picture")),
    FieldPanel("other_municipalities"),
    MultiFieldPanel(fields("scope", "neighbourhood", "policy_context"), heading=_("Place and policy")),
]

story = fields(*STORY)

theory = MultiFieldPanel(
    fields("theory_input", "theory_activities", "theory_short_term", "theory_middle_term", "theory_long_term"),
    heading=_("Theory of change"),
)

means = [
    MultiFieldPanel(fields("budget_eur", "budget_spent_on", "hours_per_week"), heading=_("Money and hours")),
    InlinePanel("funding_sources", heading=_("Sources of money")),
    InlinePanel("partners", heading=_("Partners")),
    InlinePanel("knowledge_sources", heading=_("Knowledge used")),
]

evidence = [
    FieldPanel("own_experience"),
    MultiFieldPanel(
        [
            *fields("evidence_level", "evidence_issuer"),
            FieldRowPanel(fields("evidence_date", "evidence_expires_on")),
        ],
        heading=_("Recognised level"),
    ),
    FieldPanel("indicators"),
]

future = [
    MultiFieldPanel(
        fields("money_ends_on", "next_payer", "anchoring_status", "stopped_reason"), heading=_("Anchoring")
    ),
    MultiFieldPanel(
        [*fields("contact_email"), InlinePanel("contacts", heading=_("Contact people"), label=_("contact person"))],
        heading=_("Contact"),
    ),
    MultiFieldPanel(
        fields("source_title", "source_chapter", "source_author", "source_year", "source_url"), heading=_("Source")
    ),
    MultiFieldPanel(fields("last_reviewed_on", "last_reviewed_by", "next_review_on"), heading=_("Review")),
]

edit_handler = TabbedInterface(
    [
        ObjectList(glance, heading=_("At a glance")),
        ObjectList([*story, theory], heading=_("The story")),
        ObjectList(means, heading=_("Money and people")),
        ObjectList(evidence, heading=_("Evidence")),
        ObjectList(future, heading=_("Anchoring and contact")),
        ObjectList([FieldPanel("slug"), PublishingPanel()], heading=_("Address and dates")),
    ]
)
