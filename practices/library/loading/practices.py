"""Loads practices from readable files, any number of times, without doubles."""

import yaml
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from practices.library.loading.fields import TAGS, plain_fields, problems_of, stream_fields, terms_of
from practices.library.loading.files import FolderFiles
from practices.library.loading.story import StoryReader
from practices.library.models import (
    ContactPerson,
    FundingSource,
    KnowledgeSource,
    MunicipalityPage,
    Partner,
    PracticeIndexPage,
    PracticePage,
)
from practices.municipalities.models import Municipality
from practices.taxonomy.choices import TermKind
from practices.taxonomy.models import Term


class ContentError(ValueError):
    """Content files cannot be loaded; the message has one line for each problem."""


@transaction.atomic
def load_practices(folder, *, is_fictional=False):
    """Adds a published practice for each YAML file that is not there yet; returns the new ones.

    A practice that exists already is left as it is: its editors have the last word.
    All or nothing: raises ContentError with every problem of every file.
    """
    known = set(PracticePage.objects.exclude(content_key=None).values_list("content_key", flat=True))
    added, problems = [], []
    for path in sorted(folder.glob("*.yaml")):
        if path.stem in known:
            continue
        try:
            added.append(load_practice(path, is_fictional=is_fictional))
        except (ValidationError, ValueError, KeyError, TypeError, yaml.YAMLError) as error:
            problems.append(f"{path.name}: {error}")
    if problems:
        raise ContentError("\n".join(problems))
    return added


def load_practice(path, *, is_fictional=False):
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    if problems := problems_of(content):
        raise ContentError("; ".join(problems))
    files = FolderFiles(path.parent, prefix=path.stem)
    practice = PracticePage(
        slug=path.stem,
        content_key=path.stem,
        is_fictional=is_fictional,
        **plain_fields(content),
        **stream_fields(content, StoryReader(files.image, files.document)),
    )
    if cover := content.get("cover"):
        practice.cover, practice.cover_alt = files.image(cover["file"]), cover["alt"]
    add_rows(practice, content)
    for name in TAGS:
        setattr(practice, name, terms_of(content, name))
    add_published(practice, below=parent_of(content))
    return practice


def add_published(practice, *, below):
    """Adds the practice and publishes its first version; who points where is written down once, not at each save."""
    practice.live = False
    with disable_reference_index_auto_update():
        below.add_child(instance=practice)
        practice.save_revision(log_action=False).publish(log_action=False)
    ReferenceIndex.create_or_update_for_object(practice)


def parent_of(content):
    code = content.get("municipality")
    if code is None:
        return PracticeIndexPage.objects.get()
    page = MunicipalityPage.objects.filter(municipality__cbs_code=code).first()
    if page is None:
        raise ContentError(f"municipality {code} has no page")
    return page


def add_rows(practice, content):
    """The lists of a practice: money, partners, knowledge and people."""
    money, contact = content.get("money", {}), content.get("contact", {})
    kinds = {term.slug: term for term in Term.objects.filter(kind=TermKind.PARTNER_KIND)}
    practice.funding_sources = [FundingSource(**row) for row in money.get("sources", [])]
    practice.partners = [
        Partner(**{**row, "kind": kinds[row["kind"]] if "kind" in row else None}) for row in content.get("partners", [])
    ]
    practice.knowledge_sources = [KnowledgeSource(**row) for row in content.get("knowledge_sources", [])]
    practice.contacts = [ContactPerson(**row) for row in contact.get("people", [])]
