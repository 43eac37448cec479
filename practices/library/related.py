"""What else a reader of one practice may want to see."""

from search.engines import get_engine
from search.entry import entry_id, key_of


def similar_practices(practice, count=3, audiences=("public",)):
    """The practices with the most in common, best first; fewer when there are no more."""
    model = type(practice)
    ids = get_engine().similar(entry_id(practice), audiences=audiences, limit=count, kinds=(model.SEARCH_KIND,))
    wanted = [key_of(id, model) for id in ids]
    found = model.objects.live().public().for_cards().in_bulk(wanted)
    return [found[pk] for pk in wanted if pk in found]


def practices_nearby(practice, count=3, leave_out=()):
    """The newest other practices of the same province, without those in `leave_out`."""
    if practice.municipality is None or not practice.municipality.province:
        return []
    others = type(practice).objects.live().public().in_province(practice.municipality.province)
    left_out = [practice.pk, *(other.pk for other in leave_out)]
    return list(others.exclude(pk__in=left_out).newest().for_cards()[:count])
