"""What a run showed, and the table of all runs."""

from dataclasses import dataclass, field, replace
from statistics import quantiles

COLUMNS = ("missing", "stale", "surplus", "waiting", "searches", "failed", "fallback", "p50 ms", "p99 ms", "worst ms")
HEADING = f"{'run':<44} {'engine':<14}" + "".join(f"{name:>10}" for name in COLUMNS)


@dataclass(frozen=True)
class Found:
    """How many entries differ between the database and the index, and how many rows still wait."""

    missing: int = 0
    stale: int = 0
    surplus: int = 0
    waiting: int = 0

    def __add__(self, other):
        return Found(*(mine + theirs for mine, theirs in zip(self.figures, other.figures, strict=True)))

    @property
    def figures(self):
        return (self.missing, self.stale, self.surplus, self.waiting)


@dataclass(frozen=True)
class Searches:
    """How searches went; `fallback` were answered by the index that stands in for Elasticsearch."""

    failed: int = 0
    fallback: int = 0
    took_ms: list[float] = field(default_factory=list)
    errors: tuple[str, ...] = ()

    @property
    def figures(self):
        if not self.took_ms:
            return (0, self.failed, self.fallback, "-", "-", "-")
        cuts = quantiles([*self.took_ms, self.took_ms[0]], n=100, method="inclusive")
        worst = max(self.took_ms)
        return (len(self.took_ms), self.failed, self.fallback, f"{cuts[49]:.1f}", f"{cuts[98]:.1f}", f"{worst:.0f}")

    @property
    def p99_ms(self):
        return float(self.figures[4])


@dataclass(frozen=True)
class Outcome:
    """One line of the table. `broken` are promises that were not kept; `notes` say what happened."""

    run: str
    engine: str
    found: Found = field(default_factory=Found)
    searches: Searches = field(default_factory=Searches)
    notes: str = ""
    broken: tuple[str, ...] = ()

    def with_note(self, note):
        return replace(self, notes="; ".join(filter(None, [self.notes, note])))

    def with_broken(self, promise):
        return replace(self, broken=(*self.broken, promise))

    @property
    def is_good(self):
        return not (any(self.found.figures) or self.searches.failed or self.broken)

    def __str__(self):
        cells = "".join(f"{cell:>10}" for cell in (*self.found.figures, *self.searches.figures))
        lines = [f"{self.run:<44} {self.engine:<14}{cells}"]
        lines += [f"    {self.notes}"] if self.notes else []
        lines += [f"    NOT KEPT: {promise}" for promise in (*self.broken, *self.searches.errors[:3])]
        return "\n".join(lines)
