"""Finds, moves and mends whatever points at a term, without knowing by whom."""

from dataclasses import dataclass

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.models import ReferenceIndex

from practices.taxonomy.models import Term, resolve_merged

OWN_LINKS = {"parent", "merged_into"}


@dataclass(frozen=True)
class Pointer:
    """A foreign key to a term: of a tag row, or of any other model.

    `owner_field` is the other side of a many-to-many; there, two rows of one owner
    for one term would be a double. It is None for any other foreign key.
    """

    model: type[models.Model]
    field: str
    owner_field: str | None

    def rows_of(self, term):
        return self.model._base_manager.filter(**{self.field: term.pk})

    def doubles(self, source, target):
        """The rows of `source` whose owner carries `target` as well."""
        if self.owner_field is None:
            return self.model._base_manager.none()
        owners = self.rows_of(target).values(self.owner_field)
        return self.rows_of(source).filter(**{f"{self.owner_field}__in": owners})

    def move(self, source, target):
        """Raises IntegrityError when the database allows only one row for each term."""
        self.doubles(source, target).delete()
        self.rows_of(source).update(**{f"{self.field}_id": target.pk})


def pointers_to(model):
    """All pointers at the terms of `model`, those of its proxies included.

    Left out: the links among terms themselves. Free-form content (StreamField,
    rich text) does not hold terms in this project.
    """
    relations = model._meta.get_fields(include_hidden=True)
    owners = {
        (relation.through, relation.field.m2m_reverse_field_name()): relation.field.m2m_field_name()
        for relation in relations
        if relation.many_to_many and relation.auto_created
    }
    return [
        Pointer(relation.related_model, relation.field.name, owners.get((relation.related_model, relation.field.name)))
        for relation in relations
        if (relation.one_to_many or relation.one_to_one)
        and relation.auto_created
        and not (relation.related_model._meta.concrete_model is model and relation.field.name in OWN_LINKS)
    ]


def move_all(source, target):
    for pointer in pointers_to(source._meta.concrete_model):
        pointer.move(source, target)
    # Wagtail's own list of who points where, which the admin shows.
    ReferenceIndex.get_references_to(source).update(to_object_id=target.pk)


def resolve_tags(thing):
    """Replaces the merged terms that `thing` and its child rows carry by what those became.

    For drafts, which hold the terms of the day they were written: call it when a
    draft is opened (`with_content_json`) and when it is saved. What is in the
    database already moved when the terms were merged.
    """
    for field in thing._meta.get_fields():
        if isinstance(field, ParentalManyToManyField) and issubclass(field.related_model, Term):
            tags = list(getattr(thing, field.name).all())
            if any(term.merged_into_id for term in tags):
                setattr(thing, field.name, resolve_merged(tags))
        elif isinstance(field, models.ForeignKey) and issubclass(field.related_model, Term):
            term = getattr(thing, field.name)
            if term and term.merged_into_id:
                setattr(thing, field.name, resolve_merged([term])[0])
    for relation in get_all_child_relations(thing):
        for child in getattr(thing, relation.get_accessor_name()).all():
            resolve_tags(child)
