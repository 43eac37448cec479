from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from practices.municipalities.importing.applying import apply_differences
from practices.municipalities.importing.planning import plan_import
from practices.municipalities.importing.problems import UnreadableFileError
from practices.municipalities.importing.reading import read_table
from practices.municipalities.importing.report import problem_lines, report_lines


class Command(BaseCommand):
    help = "Shows what a CSV or xlsx file would change in the register of municipalities; --apply changes it."

    def add_arguments(self, parser):
        parser.add_argument("file", help="CSV in UTF-8, or xlsx; for the columns see practices/municipalities/data")
        parser.add_argument("--apply", action="store_true", help="Make the changes, unless one row is bad")

    def handle(self, *, file, apply, **options):
        try:
            table = read_table(file)
            # One transaction, so that what is written is what was compared.
            with transaction.atomic():
                self._import(plan_import(table), apply)
        except UnreadableFileError as error:
            raise CommandError(str(error)) from error
        except IntegrityError as error:
            message = _("The changes contradict each other. Nothing was changed. Try them in two steps.")
            raise CommandError(message) from error

    def _import(self, plan, apply):
        for line in report_lines(plan):
            self.stdout.write(line)
        if plan.problems:
            for line in problem_lines(plan.problems):
                self.stderr.write(line)
            raise CommandError(_("Nothing was changed. Mend these rows and try again."))
        if apply:
            apply_differences(plan.differences)
            self.stdout.write(_("The register has been changed."))
        else:
            self.stdout.write(_("Nothing was changed yet. Add --apply to make these changes."))
