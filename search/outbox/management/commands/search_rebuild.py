from time import perf_counter

from django.core.management.base import BaseCommand

from search.outbox.rebuilding import rebuild_index


class Command(BaseCommand):
    help = "Makes the search index anew beside the old one, replays what changed meanwhile and switches."

    def handle(self, *args, **options):
        started = perf_counter()
        count = rebuild_index(progress=self.show)
        self.stdout.write(f"\r{count:,} entries in {perf_counter() - started:.1f} s")

    def show(self, count):
        self.stdout.write(f"\r{count:,} entries", ending="")
        self.stdout.flush()
