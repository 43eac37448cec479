"""What the figures must be, and whether they were."""

from collections import defaultdict

# (engine, size, which figure, at most so many milliseconds)
GOALS = [
    ("embedded", 10_000, "page", 8),
    ("embedded", 100_000, "page", 20),
    ("Elasticsearch", 100_000, "page", 30),
    ("embedded", 10_000, "suggestion", 2),
    ("embedded", 100_000, "suggestion", 10),
]
MOST_TIMES_SLOWER, LEAST_TIMES_FASTER, REBUILD_SECONDS = 4, 5, 300


class Figures:
    """What was measured: lines by contender and size, and seconds of a rebuild from the database by size."""

    def __init__(self):
        self.lines, self.rebuilds, self.agreeing = defaultdict(dict), {}, defaultdict(set)

    def note(self, name, size, line, *, is_same):
        self.lines[name][size] = line
        if is_same and name.startswith("peer"):
            self.agreeing[size].add(name)


def tell_goals(figures):
    print("\nGoals")
    for name, size, figure, most in GOALS:
        if line := figures.lines[name].get(size):
            tell(f"{name}, {figure} p95 at {size:,}", getattr(line, figure)[1], most, "ms")
    for name in ("embedded", "Elasticsearch"):
        tell_growth(name, figures.lines[name])
    tell_lead(figures)
    for size, seconds in figures.rebuilds.items():
        tell(f"rebuild of {size:,} from the database", seconds, REBUILD_SECONDS, "s")


def tell(what, measured, most, unit):
    verdict = "met" if measured <= most else "NOT MET"
    print(f"  {what:<52}{measured:>9.1f} {unit:<6} at most {most:<5} {verdict}")


def tell_growth(name, lines):
    smallest, largest = min(lines, default=0), max(lines, default=0)
    if smallest < largest:
        times = lines[largest].page[1] / lines[smallest].page[1]
        tell(f"{name}, p95 from {smallest:,} to {largest:,}", times, MOST_TIMES_SLOWER, "times")


def tell_lead(figures):
    """How much faster the embedded engine is than the fastest peer with the same totals and counts."""
    for size, names in figures.agreeing.items():
        fastest = min(names, key=lambda name: figures.lines[name][size].page[1])
        times = figures.lines[fastest][size].page[1] / figures.lines["embedded"][size].page[1]
        verdict = "met" if times >= LEAST_TIMES_FASTER else "NOT MET" if size == max(figures.rebuilds) else ""
        what = f"embedded faster than {fastest.removeprefix('peer: ')} at {size:,}"
        print(f"  {what:<52}{times:>9.1f} times  at least {LEAST_TIMES_FASTER:<4} {verdict}")
