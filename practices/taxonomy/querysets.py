from django.db import models
from django.db.models.functions import Coalesce

from practices.taxonomy import usage
from practices.taxonomy.choices import TermKind


class TermQuerySet(models.QuerySet):
    def of_kind(self, kind):
        return self.filter(kind=kind)

    def active(self):
        """Terms that can be chosen: those that were merged into another one are left out."""
        return self.filter(merged_into=None)

    def groups(self):
        """Top-level themes. Terms of other kinds have no levels and are all left out."""
        return self.filter(kind=TermKind.THEME, parent=None)

    def in_tree_order(self):
        """Each group followed by its own children; kinds without levels by order and name."""
        return self.order_by(
            Coalesce("parent__sort_order", "sort_order"),
            Coalesce("parent__name", "name"),
            models.F("parent_id").asc(nulls_first=True),
            "sort_order",
            "name",
        )

    def with_usage(self):
        """Adds `usage`: how many things a visitor may see carry the term.

        A group also counts what its children have, each practice once. Which
        things count is for the rooms above to say: see `usage.register_usage`.
        """
        kind = getattr(self.model, "KIND", None)
        return self.annotate(usage=usage.expression([kind] if kind else None))


class TermManager(models.Manager.from_queryset(TermQuerySet)):
    pass


class KindManager(TermManager):
    """Sees only the terms of its proxy model's kind."""

    def get_queryset(self):
        return super().get_queryset().filter(kind=self.model.KIND)
