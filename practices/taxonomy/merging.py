"""Merging two terms: the one goes up in the other, and nothing that pointed at it is lost."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from practices.taxonomy.models import KIND_MODELS, Term
from practices.taxonomy.names import clean_synonyms
from practices.taxonomy.relations import move_all, pointers_to

MERGED_AWAY, TOOK_IN = "taxonomy.merged_away", "taxonomy.took_in"


class MergeError(Exception):
    """These two terms cannot be merged; its text tells an editor why."""


@dataclass(frozen=True)
class MergePreview:
    """What a merge would do, in numbers. Counts drafts and examples too, so it may exceed the usage."""

    moved: int
    doubles: int
    children: int
    synonyms: list[str]


def preview_merge(*, source, target):
    """Raises MergeError as the merge itself would, apart from what only the database knows."""
    refuse_impossible(source, target)
    pointers = pointers_to(Term)
    doubles = sum(pointer.doubles(source, target).count() for pointer in pointers)
    return MergePreview(
        moved=sum(pointer.rows_of(source).count() for pointer in pointers) - doubles,
        doubles=doubles,
        children=source.children.count(),
        synonyms=[word for word in joined_synonyms(source, target) if word not in target.synonyms],
    )


@transaction.atomic
def merge_terms(*, source, target, user=None):
    """Moves all tags, themes, synonyms and the address of `source` to `target`; returns the target.

    `source` stays in the database as a signpost, so that its address and the drafts
    that hold it still lead to the target.
    """
    source, target = _locked(source, target)
    refuse_impossible(source, target)
    try:
        with transaction.atomic():
            move_all(source, target)
    except IntegrityError as error:
        raise MergeError(_("Both terms have something of which a term can have only one.")) from error
    source.children.update(parent=target)
    source.merged_terms.update(merged_into=target)
    target.synonyms = joined_synonyms(source, target)
    target.save(update_fields=["synonyms"])
    source.merged_into, source.parent = target, None
    source.save(update_fields=["merged_into", "parent"])
    _log(source, target, user)
    return target


def refuse_impossible(source, target):
    reason = _reason_against(source, target)
    if reason:
        raise MergeError(reason)


def joined_synonyms(source, target):
    """The synonyms of both, with the name that is given up as one of them."""
    return clean_synonyms([*target.synonyms, source.name, *source.synonyms], target.name)


def _reason_against(source, target):
    if source.pk == target.pk:
        return _("A term cannot be merged with itself.")
    if source.kind != target.kind:
        return _("Only terms of the same kind can be merged.")
    if source.merged_into_id:
        return _("This term was already merged into “%(name)s”.") % {"name": source.merged_into.name}
    if target.merged_into_id:
        return _("“%(target)s” was itself merged into “%(name)s”. Choose that one.") % {
            "target": target.name,
            "name": target.merged_into.name,
        }
    if target.parent_id == source.pk:
        return _("A group cannot be merged into a theme of its own. Move that theme first.")
    if target.parent_id and source.children.exists():
        return _("This group has themes of its own. Merge it into another group.")
    return None


def _locked(source, target):
    """Both terms as they are now, held until the end of the transaction."""
    pks = [source.pk, target.pk]
    rows = {term.pk: term for term in Term.objects.select_for_update().filter(pk__in=pks).order_by("pk")}
    return rows[source.pk], rows[target.pk]


def _log(source, target, user):
    """Notes the merge in the history of both terms.

    By two actions, because Wagtail shows one action of one request only once.
    """
    terms = KIND_MODELS[source.kind].objects.in_bulk([source.pk, target.pk])
    names = {"source": source.name, "target": target.name}
    log(terms[source.pk], MERGED_AWAY, user=user, data=names)
    log(terms[target.pk], TOOK_IN, user=user, data=names)
