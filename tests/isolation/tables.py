"""Put the tables back after a test that committed.

Django's own flush would be refused, and rightly: the application's role may not truncate the history, and triggers
forbid it besides. So the owner does it, with those triggers off for one transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, connections, transaction
from django.db.backends.utils import CursorWrapper

TABLES = """
    SELECT c.relname
    FROM pg_class c
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT c.relispartition
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname
"""
GUARDED = """
    SELECT DISTINCT c.relname
    FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
    ORDER BY c.relname
"""
COLUMNS = """
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
    FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped
"""

MOST_TRIES = 3


@contextmanager
def as_owner() -> Iterator[CursorWrapper]:
    """A cursor of the owner in one transaction; the application's role again afterwards."""
    connection = connections["default"]
    role = connection.settings_dict["OPTIONS"].get("assume_role")
    with transaction.atomic(using="default"), connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        yield cursor
        if role:
            cursor.execute(f"SET ROLE {role}")


def column(cursor: CursorWrapper, query: str) -> list[str]:
    cursor.execute(query)
    return [row[0] for row in cursor.fetchall()]


def keep_reference_rows() -> None:
    """Copy every row that the migrations wrote into the schema ``pristine``, once for each test database."""
    with as_owner() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS pristine CASCADE")
        cursor.execute("CREATE SCHEMA pristine")
        for table in column(cursor, TABLES):
            cursor.execute(f'SELECT EXISTS (SELECT FROM "{table}")')
            if cursor.fetchone() == (True,):
                cursor.execute(f'CREATE TABLE pristine."{table}" AS TABLE public."{table}"')


def restore_tables() -> None:
    """Empty the tables that hold rows, and write the reference rows back where they have changed.

    A browser that closes may still send what was typed: where such a row points at one that goes, it is done once more.
    """
    for _try in range(MOST_TRIES):
        try:
            restore_once()
        except IntegrityError:
            continue
        return
    restore_once()


def restore_once() -> None:
    with as_owner() as cursor:
        references = set(column(cursor, "SELECT tablename FROM pg_tables WHERE schemaname = 'pristine'"))
        tables = column(cursor, TABLES)
        written = filled(cursor, [table for table in tables if table not in references])
        changed = [
            table for table in references if digest(cursor, "public", table) != digest(cursor, "pristine", table)
        ]
        guarded = set(column(cursor, GUARDED)) & {*written, *changed}
        for table in guarded:
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
        for table in [*written, *changed]:
            cursor.execute(f'DELETE FROM "{table}"')
        for table in changed:
            cursor.execute(COLUMNS, [f'public."{table}"'])
            names = cursor.fetchone()[0]
            cursor.execute(f'INSERT INTO public."{table}" ({names}) SELECT {names} FROM pristine."{table}"')
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in guarded:
            cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')


def filled(cursor: CursorWrapper, tables: list[str]) -> list[str]:
    """Those of ``tables`` that hold a row, in one question."""
    return column(cursor, " UNION ALL ".join(f"SELECT '{t}' WHERE EXISTS (SELECT FROM \"{t}\")" for t in tables))


def digest(cursor: CursorWrapper, schema: str, table: str) -> object:
    """What changes when a row does, whatever the order of the rows."""
    cursor.execute(f'SELECT count(*), sum(hashtextextended(t::text, 0)) FROM {schema}."{table}" AS t')
    return cursor.fetchone()
