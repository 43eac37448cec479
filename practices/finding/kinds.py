"""The kinds of things that the search page finds, each with a tab of its own.

A room above adds one in its `ready()`, beside the source of its entries:

    register_kind(ResultKind(name="handbook", parameter="handboek", ...))
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model, QuerySet
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from practices.library.models import MunicipalityPage, PracticePage
from practices.municipalities.models import Municipality
from practices.taxonomy.models import KIND_MODELS, Term


@dataclass(frozen=True)
class Facts:
    """What the database tells of one thing now, in plain text; `label` says what it is."""

    title: str
    label: str
    summary: str = ""
    detail: str = ""
    municipality: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ResultKind:
    """One kind. `name` is that of its entries, `parameter` that in the address: ?soort=<parameter>.

    `visible()` gives what any reader may see, whatever the index says; `with_details` adds to it
    what the template shows. `counted(number)` says how many there are. Only kinds that are dated
    can be sorted and followed.
    """

    name: str
    parameter: str
    label: Promise
    counted: Callable[[int], str]
    visible: Callable[[], QuerySet]
    facts: Callable[[Model], Facts]
    with_details: Callable[[QuerySet], QuerySet] = lambda things: things
    template: str = "practices/parts/search_row.html"
    is_dated: bool = False


def practices():
    return PracticePage.objects.live().public().defer_streamfields().select_related("municipality")


def practice_facts(practice):
    return Facts(
        title=practice.title,
        label=gettext("practice"),
        summary=practice.summary,
        municipality=practice.municipality.name if practice.municipality else None,
        published_at=practice.first_published_at,
        updated_at=practice.last_published_at,
    )


def municipalities():
    """Those that exist and whose page a reader can open."""
    return Municipality.objects.current().filter(page__in=MunicipalityPage.objects.live().public())


def municipality_facts(municipality):
    count = number_format(municipality.population or 0, force_grouping=True)
    return Facts(
        title=municipality.name,
        label=gettext("municipality"),
        summary=municipality.get_province_display(),
        detail=gettext("%(count)s inhabitants") % {"count": count} if municipality.population else "",
    )


def term_facts(term):
    return Facts(title=term.name, label=str(KIND_MODELS[term.kind]._meta.verbose_name), summary=term.definition)


PRACTICES = ResultKind(
    name=PracticePage.SEARCH_KIND,
    parameter="",
    label=_("Practices"),
    counted=lambda total: ngettext("%(total)s practice", "%(total)s practices", total) % {"total": total},
    visible=practices,
    with_details=lambda practices: practices.for_cards(),
    facts=practice_facts,
    template="practices/parts/search_practice.html",
    is_dated=True,
)
MUNICIPALITIES = ResultKind(
    name=Municipality.SEARCH_KIND,
    parameter="gemeente",
    label=_("Municipalities"),
    counted=lambda total: ngettext("%(total)s municipality", "%(total)s municipalities", total) % {"total": total},
    visible=municipalities,
    facts=municipality_facts,
)
TERMS = ResultKind(
    name=Term.SEARCH_KIND,
    parameter="onderwerp",
    label=_("Subjects"),
    counted=lambda total: ngettext("%(total)s subject", "%(total)s subjects", total) % {"total": total},
    visible=lambda: Term.objects.active(),
    facts=term_facts,
)

_kinds = {kind.parameter: kind for kind in (PRACTICES, MUNICIPALITIES, TERMS)}


def register_kind(kind):
    """Give the results of one more kind a tab; called once, from an app's `ready()`."""
    _kinds[kind.parameter] = kind


def unregister_kind(kind):
    _kinds.pop(kind.parameter, None)


def all_kinds():
    """In the order of the tabs: practices first."""
    return list(_kinds.values())


def kind_of(parameter):
    """The ResultKind that an address asks for, or None."""
    return _kinds.get(parameter)
