"""Entries and sources without a model."""

from datetime import UTC, datetime, timedelta

import factory

from search.entry import SearchEntry

FIRST_DAY = datetime(2024, 1, 1, tzinfo=UTC)


class EntryFactory(factory.Factory):
    """Each entry a day newer than the one before, with one word that all share: "praktijk"."""

    class Meta:
        model = SearchEntry

    id = factory.Sequence(lambda n: f"tests.thing:{n}")
    kind = "practice"
    title = factory.Sequence(lambda n: f"Praktijk nummer {n}")
    url = factory.LazyAttribute(lambda entry: f"/{entry.id}/")
    published_at = factory.Sequence(lambda n: FIRST_DAY + timedelta(days=n % 1000))


class FakeSource:
    """A source over a dictionary: tests change `.content` as a room changes its tables."""

    def __init__(self, *entries):
        self.content = {entry.id: entry for entry in entries}

    def entries(self):
        yield from list(self.content.values())

    def count(self):
        return len(self.content)

    def entries_of(self, ids):
        return [self.content[id] for id in ids if id in self.content]
