from django.core.management.base import BaseCommand

from search.outbox.checking import compare, repair

SHOWN = 20


class Command(BaseCommand):
    help = "Compares the database with the search index; exits 1 on a difference."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="send what differs, then compare again")

    def handle(self, *args, **options):
        found = compare()
        self.report(found)
        if options["repair"] and found.differing:
            found = self.repaired(found)
        if found.differing:
            raise SystemExit(1)

    def repaired(self, found):
        repair(found)
        found = compare()
        self.stdout.write("After repair:")
        self.report(found)
        return found

    def report(self, found):
        self.stdout.write(f"{found.entries} in the database, {found.held} in the index, {found.waiting} waiting")
        for name in ("missing", "stale", "surplus"):
            ids = getattr(found, name)
            more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
            self.stdout.write(f"{name}: {len(ids)} {' '.join(ids[:SHOWN])}{more}".rstrip())
