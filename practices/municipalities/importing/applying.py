from django.db import transaction
from django.utils.text import slugify

from practices.municipalities.importing.planning import PLAIN_FIELDS
from practices.municipalities.map_points import forget_points
from practices.municipalities.models import Municipality, Spelling
from practices.municipalities.names import name_key
from practices.municipalities.search_source import note_municipalities


@transaction.atomic
def apply_differences(differences, *, in_bulk=False):
    """Writes all of them or none. An address (slug) never changes, so that links keep working.

    `in_bulk` creates fast but without signals, so that pages and practices do not follow: only for
    filling a register that nothing builds on yet.
    """
    # Those that change come first: a name that one of them gives up may be the name of a new one.
    _update([difference for difference in differences if not difference.is_new])
    _create([difference for difference in differences if difference.is_new], in_bulk)
    ids = dict(Municipality.objects.values_list("cbs_code", "pk"))
    _set_successors([d.after for d in differences if "successors" in d.changed_fields], ids)
    Spelling.objects.bulk_create(
        Spelling(municipality_id=ids[difference.after["cbs_code"]], text=text, key=name_key(text))
        for difference in differences
        for text in difference.added_spellings
    )
    # Successors and spellings are written without signals.
    note_municipalities(ids[difference.after["cbs_code"]] for difference in differences)
    transaction.on_commit(forget_points)


def _update(differences):
    after = {difference.after["cbs_code"]: difference.after for difference in differences}
    for municipality in Municipality.objects.filter(cbs_code__in=after):
        _fill(municipality, after[municipality.cbs_code]).save()


def _create(differences, in_bulk):
    taken = set(Municipality.objects.values_list("slug", flat=True))
    municipalities = []
    for difference in differences:
        code, name = difference.after["cbs_code"], difference.after["name"]
        slug = slugify(name)
        slug = f"{slug[:90]}-{code.lower()}" if slug in taken else slug
        taken.add(slug)
        municipalities.append(_fill(Municipality(cbs_code=code, slug=slug), difference.after))
    if in_bulk:
        Municipality.objects.bulk_create(municipalities)
    else:
        for municipality in municipalities:
            municipality.save()


def _fill(municipality, facts):
    for name in PLAIN_FIELDS:
        setattr(municipality, name, facts[name])
    # Writing in bulk does not pass through save().
    municipality.name_key = name_key(facts["name"])
    return municipality


def _set_successors(all_facts, ids):
    succession = Municipality.successors.through
    succession.objects.filter(from_municipality__cbs_code__in=[facts["cbs_code"] for facts in all_facts]).delete()
    succession.objects.bulk_create(
        succession(from_municipality_id=ids[facts["cbs_code"]], to_municipality_id=ids[code])
        for facts in all_facts
        for code in facts["successors"]
    )
