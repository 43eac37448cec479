"""Fills the register from the project's own copy of the facts (see data/README.md)."""

from pathlib import Path

from django.conf import settings

from practices.municipalities.importing.applying import apply_differences
from practices.municipalities.importing.planning import plan_import
from practices.municipalities.importing.problems import UnreadableFileError
from practices.municipalities.importing.reading import read_table
from practices.municipalities.models import Municipality

REGISTER_FILE = Path(__file__).parent / "data" / "municipalities.csv"


def load_register():
    """Adds the municipalities that the register does not have yet; returns how many.

    Those it has stay as they are: an import since then may know better than our copy. To take over
    a newer copy, import the file itself. The pages of municipalities do not follow (see `ensure_tree`).
    """
    known = set(Municipality.objects.values_list("cbs_code", flat=True))
    table = read_table(REGISTER_FILE)
    table.rows = [(line, cells) for line, cells in table.rows if cells["cbs_code"] not in known]
    if not table.rows:
        return 0
    plan = plan_import(table)
    if plan.problems:
        raise UnreadableFileError("conflict", "\n".join(map(str, plan.problems)))
    apply_differences(plan.differences, in_bulk=True)
    return len(plan.differences)


def load_example_municipality():
    """Voorbeeldstad, the made-up municipality of demonstrations and tests; None where those are not allowed."""
    if not settings.FICTIONAL_CONTENT_ALLOWED:
        return None
    facts = {"slug": "voorbeeldstad", "population": 61_000, "population_year": 2024, "is_fictional": True}
    municipality, _created = Municipality.objects.get_or_create(
        cbs_code="XX0001", defaults={"name": "Voorbeeldstad", **facts}
    )
    return municipality
