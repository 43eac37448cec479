"""The words of a practice without its markup, for search and for short excerpts."""

from bs4 import BeautifulSoup

STORY = (
    "content",
    "reason",
    "origin",
    "course",
    "yield_municipality",
    "yield_partners",
    "yield_residents",
    "knowledge_role",
    "lessons_worked",
    "lessons_failed",
    "continuation",
)
PLAIN = ("policy_context", "neighbourhood", "budget_spent_on", "next_payer", "stopped_reason")


def words_of_html(html):
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def words_of_stream(stream):
    """All searchable text of a StreamField value, one line for each block."""
    return "\n".join(" ".join(block.block.get_searchable_content(block.value)) for block in stream)


def words_of(practice):
    """The whole story of a practice in the order of the page, without contacts."""
    parts = [words_of_stream(getattr(practice, name)) for name in STORY]
    parts += [getattr(practice, name) for name in PLAIN]
    parts += [line for step in practice.theory_steps for line in step.lines]
    parts += [f"{partner.name} {partner.role}" for partner in practice.partners.all()]
    parts += [f"{source.title} {source.note}" for source in practice.knowledge_sources.all()]
    parts += [words_of_html(practice.own_experience), words_of_stream(practice.indicators)]
    return "\n".join(part for part in parts if part)
