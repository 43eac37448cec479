from time import perf_counter

from django.core.management.base import BaseCommand

from search.outbox.rebuilding import rebuild_index
from search.registry import count_entries

WIDTH = 40
CLEAR = "\r\x1b[K"


class Command(BaseCommand):
    help = "Makes the search index anew beside the old one, replays what changed meanwhile and switches."

    def handle(self, *args, **options):
        self.started, self.expected = perf_counter(), count_entries()
        in_place = self.stdout.isatty()
        count = rebuild_index(progress=self.redraw if in_place else None)
        self.stdout.write(f"{CLEAR if in_place else ''}{count:,} entries in {self.seconds():.1f} s")

    def redraw(self, count):
        self.stdout.write(CLEAR + bar(count, self.expected, self.seconds()), ending="")
        self.stdout.flush()

    def seconds(self):
        return perf_counter() - self.started


def bar(count, expected, seconds):
    """One line that says how far it is; `expected` was counted before and may be a few off."""
    share = min(count / expected, 1) if expected else 1
    drawn = "#" * round(WIDTH * share)
    left = f", {seconds / share - seconds:.0f} s to go" if share else ""
    return f"[{drawn:-<{WIDTH}}] {share:4.0%}  {count:,} of {expected:,}{left}"
