"""Who took over from whom: the whole table is some 150 rows, so that a chain is followed without asking again."""

from collections import defaultdict
from functools import cache

from practices.municipalities.models import Municipality, Spelling


def pks_from(starts):
    """The keys in `starts` with those of all that took over from them since, step by step."""
    heirs = defaultdict(set)
    for earlier, later in links():
        heirs[earlier].add(later)
    return reach(heirs, starts)


def old_names():
    """A function that gives the names and spellings of all that a municipality took over, by its key.

    It reads the table at its first answer, and then never again.
    """
    known = cache(read_names)

    def names_of(pk):
        origins, names = known()
        return [text for earlier in sorted(reach(origins, [pk]) - {pk}) for text in names[earlier]]

    return names_of


def read_names():
    """({key: keys of those it took over}, {key of one of these: its names and spellings})."""
    origins = defaultdict(set)
    for earlier, later in links():
        origins[later].add(earlier)
    names = defaultdict(list)
    for pk, text in Municipality.objects.filter(pk__in=set().union(*origins.values())).values_list("pk", "name"):
        names[pk].append(text)
    for pk, text in Spelling.objects.filter(municipality__in=names).values_list("municipality", "text"):
        names[pk].append(text)
    return origins, names


def links():
    return Municipality.successors.through.objects.values_list("from_municipality", "to_municipality")


def reach(steps, starts):
    found, waiting = set(), list(starts)
    while waiting:
        pk = waiting.pop()
        if pk not in found:
            found.add(pk)
            waiting.extend(steps[pk])
    return found
