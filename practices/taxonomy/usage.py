"""Counts how often a term is used, without knowing by what.

A room above registers its taggable things once, in its `AppConfig.ready()`:

    register_usage(
        used_by=lambda: PracticePage.objects.live().public().real(),
        paths={TermKind.THEME: "themes", TermKind.PARTNER_KIND: "partners__kind"},
    )

`used_by` gives what any visitor may see, and nothing else: drafts, private pages
and made-up examples must not show in a figure. `paths` says by which relation the
things of that queryset reach a term of each kind. Several rooms may register; their
counts are added up.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value


@dataclass(frozen=True)
class Usage:
    used_by: Callable[[], models.QuerySet]
    paths: Mapping[str, str]


_registered: list[Usage] = []


def register_usage(*, used_by, paths):
    _registered.append(Usage(used_by, paths))


class RowCount(Subquery):
    """The number of rows of a subquery."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = models.IntegerField()


def expression(kinds=None):
    """A database expression that counts the use of a term; of all kinds unless told."""
    counts = [
        _count(usage.used_by(), path)
        for usage in _registered
        for kind, path in usage.paths.items()
        if kinds is None or kind in kinds
    ]
    return sum(counts, start=Value(0, output_field=models.IntegerField()))


def _count(things, path):
    term = apps.get_model("taxonomy", "Term")
    itself_and_children = term.objects.filter(Q(pk=OuterRef(OuterRef("pk"))) | Q(parent=OuterRef(OuterRef("pk"))))
    used = things.order_by().filter(**{f"{path}__in": itself_and_children.values("pk")})
    return RowCount(used.values("pk").distinct())
