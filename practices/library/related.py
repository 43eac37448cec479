"""What else a reader of one practice may want to see."""

from search.engines import get_engine
from search.entry import entry_id, key_of

# What a practice is about. Two of one province, size or year need not have anything else in common.
SUBJECTS = ("theme", "approach", "target_group", "ground")


def related_practices(practice, count=3):
    """(similar, nearby): those with the most in common, and the newest others of the same province."""
    readable = type(practice).objects.live().public()
    similar = similar_keys(practice, count)
    nearby = nearby_keys(practice, readable, count + len(similar))
    found = readable.for_cards().in_bulk([*similar, *nearby])
    return (
        [found[pk] for pk in similar if pk in found],
        [found[pk] for pk in nearby if pk in found and pk not in similar][:count],
    )


def similar_practices(practice, count=3):
    """The practices with the most in common, best first; fewer when there are no more."""
    similar = similar_keys(practice, count)
    found = type(practice).objects.live().public().for_cards().in_bulk(similar)
    return [found[pk] for pk in similar if pk in found]


def similar_keys(practice, count, audiences=("public",)):
    """As the engine says, which may lag behind the database. A practice that is not saved yet is like nothing."""
    if practice.pk is None:
        return []
    model = type(practice)
    ids = get_engine().similar(
        entry_id(practice), audiences=audiences, limit=count, kinds=(model.SEARCH_KIND,), facets=SUBJECTS
    )
    return [key_of(id, model) for id in ids]


def nearby_keys(practice, readable, count):
    place = practice.municipality
    if place is None or not place.province:
        return []
    others = readable.in_province(place.province).exclude(pk=practice.pk)
    return list(others.newest().values_list("pk", flat=True)[:count])
