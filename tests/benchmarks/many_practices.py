"""Brings a loaded site to any number of practices: copies of the real ones, spread over all municipalities.

The database copies the rows itself: saving 100,000 pages one by one would take hours.
"""

from collections import defaultdict

from django.db import connection, transaction
from django.db.models import F
from wagtail.models import Page

from practices.library.models import MunicipalityPage, PracticePage
from practices.library.models.practice import TAG_FIELDS
from practices.library.planting import put_below
from search.outbox.rebuilding import rebuild_index

# Made anew for each copy; the rest of the row is that of the original.
OWN_COLUMNS = {"page_ptr_id": "made.page", "municipality_id": "made.municipality", "content_key": "NULL"}
MADE = "made_copies"


def have_practices(count):
    """Leaves exactly `count` practices live and findable."""
    add_practices(count - PracticePage.objects.count())
    practices = PracticePage.objects.order_by("pk")
    Page.objects.filter(pk__in=practices[count:].values("pk")).update(live=False)
    Page.objects.filter(pk__in=practices[:count].values("pk")).update(live=True)
    rebuild_index()


@transaction.atomic
def add_practices(missing):
    """Copies live practices; they are not in the index yet."""
    originals = list(PracticePage.objects.live().order_by("pk"))
    below = defaultdict(list)
    places = list(MunicipalityPage.objects.select_related("municipality"))
    for number in range(missing):
        place = places[number % len(places)]
        below[place].append(copy_of(originals[number % len(originals)], place, number))
    for place, copies in below.items():
        put_below(place, copies)
        Page.objects.filter(pk=place.pk).update(numchild=F("numchild") + len(copies))
    copies = [copy for made in below.values() for copy in made]
    Page.objects.bulk_create(copies, batch_size=1_000)
    copy_rows(copies)


def copy_of(original, place, number):
    """A page that is not saved yet."""
    names = [field.attname for field in Page._meta.concrete_fields if field.name != "id"]
    page = Page(**{name: getattr(original, name) for name in names if name != "translation_key"})
    page.title = page.draft_title = f"{original.title} ({place.title}, {number})"
    page.slug = f"{original.slug[:40]}-{number}"
    page.original, page.municipality = original.pk, place.municipality_id
    return page


def copy_rows(pages):
    """Gives each page the row of its original, and its tags."""
    practice = PracticePage._meta
    columns = [field.column for field in practice.local_concrete_fields]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {MADE} (page integer, original integer, municipality integer)")
        rows = [(page.pk, page.original, page.municipality) for page in pages]
        cursor.executemany(f"INSERT INTO {MADE} VALUES (%s, %s, %s)", rows)
        copy_table(cursor, practice.db_table, columns, OWN_COLUMNS, "page_ptr_id")
        for name in TAG_FIELDS:
            field = practice.get_field(name)
            owner, word = field.m2m_column_name(), field.m2m_reverse_name()
            copy_table(cursor, field.m2m_db_table(), [owner, word], {owner: "made.page"}, owner)
        cursor.execute(f"DROP TABLE {MADE}")


def copy_table(cursor, table, columns, own, owner):
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    values = ", ".join(own.get(column, f"old.{connection.ops.quote_name(column)}") for column in columns)
    chosen = f"SELECT {values} FROM {MADE} made JOIN {table} old ON old.{owner} = made.original"
    cursor.execute(f"INSERT INTO {table} ({names}) {chosen}")
