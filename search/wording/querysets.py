from django.db import connections, models, router
from django.db.models import F, Sum

COUNT_UP = """
INSERT INTO {table} (day, text, asked, empty, clicked) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (day, text) DO UPDATE SET
asked = {table}.asked + excluded.asked,
empty = {table}.empty + excluded.empty,
clicked = {table}.clicked + excluded.clicked
"""


class PinnedAnswerQuerySet(models.QuerySet):
    def in_order(self):
        return self.order_by("sort_order", "pk")


class AskedTextQuerySet(models.QuerySet):
    def count_up(self, *, day, text, asked=0, empty=0, clicked=0):
        """Adds to the row of this day and text in one query, which makes the row when it is not there.

        In SQL, because Django's upsert can only replace.
        """
        connection = connections[router.db_for_write(self.model)]
        table = connection.ops.quote_name(self.model._meta.db_table)
        values = [connection.ops.adapt_datefield_value(day), text, asked, empty, clicked]
        with connection.cursor() as cursor:
            cursor.execute(COUNT_UP.format(table=table), values)

    def since(self, day):
        return self.filter(day__gte=day)

    def by_text(self):
        """{"text", "times_asked", "times_empty", "times_clicked"} of each text, over all days together."""
        return self.values("text").annotate(
            times_asked=Sum("asked"), times_empty=Sum("empty"), times_clicked=Sum("clicked")
        )

    def most_asked(self):
        return self.by_text().filter(times_asked__gt=0).order_by("-times_asked", "text")

    def most_often_empty(self):
        return self.by_text().filter(times_empty__gt=0).order_by("-times_empty", "text")

    def never_clicked(self):
        """Texts that gave results, of which nobody opened one."""
        found = self.by_text().filter(times_clicked=0, times_asked__gt=F("times_empty"))
        return found.order_by("-times_asked", "text")
