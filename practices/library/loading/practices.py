"""Loads practices from readable files, any number of times, without doubles."""

import yaml
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from practices.library.loading.fields import plain_fields, stream_fields
from practices.library.loading.files import FolderFiles
from practices.library.loading.known import Named
from practices.library.loading.shape import problems_of
from practices.library.loading.story import StoryReader
from practices.library.models import ContactPerson, FundingSource, KnowledgeSource, Partner, PracticePage


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
        except (ValidationError, ValueError, OSError, yaml.YAMLError) as error:
            problems += [f"{path.name}: {sentence}" for sentence in sentences_of(error)]
    if problems:
        raise ContentError("\n".join(problems))
    return added


def sentences_of(error):
    """What is wrong, a sentence for each problem."""
    if isinstance(error, ValidationError):
        by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        return [f"{field} {message}".strip() for field, messages in by_field.items() for message in messages]
    if isinstance(error, yaml.YAMLError):
        return ["is no YAML: " + " ".join(str(error).split())]
    if isinstance(error, UnicodeDecodeError):
        return ["is not in UTF-8"]
    if isinstance(error, FileNotFoundError):
        return [f"the file {error.filename} is not there"]
    return str(error).splitlines()


def load_practice(path, *, is_fictional=False):
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    refuse(problems_of(content, is_fictional=is_fictional))
    named = Named(content)
    refuse(named.problems)
    practice = practice_from(content, named, FolderFiles(path.parent, prefix=path.stem))
    practice.slug = practice.content_key = path.stem
    practice.is_fictional = is_fictional
    check(practice)
    add_published(practice, below=named.page_above)
    return practice


def refuse(problems):
    if problems:
        raise ContentError("\n".join(problems))


def practice_from(content, named, files):
    """The practice of a content file, not saved yet."""
    story = StoryReader(files.image, files.document)
    practice = PracticePage(**plain_fields(content), **stream_fields(content, story))
    if cover := content.get("cover"):
        practice.cover, practice.cover_alt = files.image(cover["file"]), cover["alt"]
    for name, terms in named.tags.items():
        setattr(practice, name, terms)
    practice.other_municipalities = named.others
    add_rows(practice, content, named.partner_kinds)
    return practice


def add_rows(practice, content, partner_kinds):
    """The lists of a practice: money, partners, knowledge and people."""
    partners = [{**row, "kind": partner_kinds.get(row.get("kind"))} for row in content.get("partners", [])]
    practice.partners = [Partner(**row) for row in partners]
    practice.funding_sources = [FundingSource(**row) for row in content.get("money", {}).get("sources", [])]
    practice.knowledge_sources = [KnowledgeSource(**row) for row in content.get("knowledge_sources", [])]
    practice.contacts = [ContactPerson(**row) for row in content.get("contact", {}).get("people", [])]


def check(practice):
    """What the edit form checks and saving a draft does not: its fields, the rows of lists, the blocks of the story."""
    practice.clean_fields(exclude={field.name for field in Page._meta.fields if field.name != "title"})
    for name in ("partners", "funding_sources", "knowledge_sources", "contacts"):
        for row in getattr(practice, name).all():
            row.full_clean(exclude=["practice"])
    for field in PracticePage._meta.get_fields():
        if isinstance(field, StreamField):
            check_blocks(field, getattr(practice, field.name))


def check_blocks(field, value):
    """Blocks keep their problems in a tree; a file's author is helped by the section and the first of them."""
    try:
        field.stream_block.clean(value)
    except ValidationError as error:
        raise ContentError(f"{field.name} holds a block that the form would refuse: {first_message(error)}") from error


def first_message(error):
    """The first sentence in a tree of block errors."""
    data = error.as_json_data() if hasattr(error, "as_json_data") else {"messages": error.messages}
    return first_text(data)


def first_text(data):
    if isinstance(data, str):
        return data
    values = data.values() if isinstance(data, dict) else data
    return next((text for value in values if value and (text := first_text(value))), "")


def add_published(practice, *, below):
    """Adds the practice and publishes its first version; who points where is written down once, not at each save."""
    practice.live = False
    with disable_reference_index_auto_update():
        below.add_child(instance=practice)
        practice.save_revision(log_action=False).publish(log_action=False)
    ReferenceIndex.create_or_update_for_object(practice)
