"""Brings a loaded site to any number of practices: copies of the real ones, spread over all municipalities."""

from collections import defaultdict

from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from practices.library.models import MunicipalityPage, PracticePage
from practices.library.planting import insert_rows, put_below
from search.outbox.rebuilding import rebuild_index

TAGS = ("themes", "approaches", "target_groups", "grounds", "roles")
ROWS_AT_ONCE = 2000


def have_practices(count):
    """Leaves exactly `count` practices live and findable."""
    practices = PracticePage.objects.order_by("pk")
    missing = count - practices.count()
    if missing > 0:
        add_copies(list(practices.live().prefetch_related(*TAGS)), missing)
    keys = list(practices.values_list("pk", flat=True))
    Page.objects.filter(pk__in=keys[:count]).update(live=True)
    Page.objects.filter(pk__in=keys[count:]).update(live=False)
    rebuild_index()


@transaction.atomic
def add_copies(originals, count):
    places = list(MunicipalityPage.objects.select_related("municipality"))
    below = defaultdict(list)
    for number in range(count):
        place = places[number % len(places)]
        below[place].append(copy(originals[number % len(originals)], place, number))
    for place, copies in below.items():
        put_below(place, copies)
        Page.objects.filter(pk=place.pk).update(numchild=F("numchild") + len(copies))
    copies = [practice for made in below.values() for practice in made]
    insert_rows(copies)
    tag(copies)


def copy(original, place, number):
    """A practice that is not saved yet, with the story of another."""
    left_out = {"page_ptr", "content_key", "municipality", *(field.name for field in Page._meta.fields)}
    names = [field.attname for field in PracticePage._meta.concrete_fields if field.name not in left_out]
    practice = PracticePage(**{name: getattr(original, name) for name in names})
    practice.title = practice.draft_title = f"{original.title} ({place.title}, {number})"
    practice.slug = f"{original.slug[:40]}-{number}"
    practice.municipality = place.municipality
    practice.first_published_at = original.first_published_at
    practice.original = original
    return practice


def tag(copies):
    """Gives each copy the words of its original, with one query for thousands of rows."""
    for name in TAGS:
        field = PracticePage._meta.get_field(name)
        through, word = field.remote_field.through, f"{field.m2m_reverse_field_name()}_id"
        rows = [
            through(**{"practicepage_id": practice.pk, word: term.pk})
            for practice in copies
            for term in getattr(practice.original, name).all()
        ]
        through.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
