import csv
import io

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from practices.csv_cells import safe_cell

ROLES = {"baseline": _("start"), "measured": _("measured"), "target": _("target")}


def indicator_csv(indicator):
    """The points of an indicator, oldest first, with a header; opens in a spreadsheet as it is."""
    out = io.StringIO("\ufeff", newline="")
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, delimiter=";")
    writer.writerow([gettext("year"), gettext("value"), gettext("unit"), gettext("kind"), gettext("note")])
    for point in indicator.points:
        row = [str(point["year"]), point["value"], indicator["unit"], ROLES[point["role"]], point["note"]]
        writer.writerow(map(safe_cell, row))
    return out.getvalue()
