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
# The sections that hold blocks of a story; the lessons are lists.
SECTIONS = tuple(name for name in STORY if not name.startswith("lessons_"))
PLAIN = ("policy_context", "neighbourhood", "budget_spent_on", "next_payer", "stopped_reason")

BESIDE_THE_STORY = ("picture", "table", "file", "video")


def words_of_html(html):
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def words_of_blocks(blocks):
    """The searchable text of some blocks of a StreamField, one line for each."""
    return "\n".join(" ".join(block.block.get_searchable_content(block.value)) for block in blocks)


def told(stream):
    """The blocks that read as a story: no tables, files or pictures."""
    return [block for block in stream if block.block_type not in BESIDE_THE_STORY]


def beside(stream):
    return [block for block in stream if block.block_type in BESIDE_THE_STORY]


def words_of(practice):
    """All words of a practice but its contacts: the story first, since an excerpt is read as a sentence."""
    streams = [getattr(practice, name) for name in STORY]
    parts = [words_of_blocks(told(stream)) for stream in streams]
    parts += [getattr(practice, name) for name in PLAIN]
    parts += [line for step in practice.theory_steps for line in step.lines]
    parts += [f"{partner.name} {partner.role}" for partner in practice.partners.all()]
    parts += [f"{source.title} {source.note}" for source in practice.knowledge_sources.all()]
    parts += [words_of_html(practice.own_experience), words_of_blocks(practice.indicators)]
    parts += [words_of_blocks(beside(stream)) for stream in streams]
    return "\n".join(part for part in parts if part)
