from django.db import connection


def lose_table(model):
    """For the rest of the test, as if it was never made."""
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO lost_table")
