"""What each database role may do, given anew after every migration and derived from the tables' names.

``attest_app`` writes the desk and appends to history and record; ``attest_public`` reads ``record_…`` and nothing else.
"""

from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

APPLICATION: Final = "attest_app"
PUBLIC: Final = "attest_public"

APPEND_ONLY: Final = (
    "incidents_transition",
    "incidents_contribution",
    "incidents_publication",
    "incidents_waiver",
    "incidents_capture",
    "incidents_custodyevent",
    "incidents_regrouping",
    "incidents_moveditem",
    "incidents_undoing",
    "incidents_actormerge",
    "incidents_publishermerge",
    "incidents_placemerge",
    "incidents_tagmerge",
    "incidents_shiftnote",
    "incidents_publishergrade",
    "incidents_sealedname",
    "incidents_sourcereading",
    "incidents_codedanswer",
    "record_version",
    "record_checkpoint",
    "record_element",
    "record_log_entry",
    "record_log_node",
    "record_name",
    "record_release",
    "record_release_file",
    "record_report_outcome",
    "record_permalink",
)
COLUMNS_THAT_CHANGE: Final = {
    "incidents_approval": ("lapsed_at",),
    "record_published_incident": ("known", "under_review"),
}
"""Tables in which the application may update these columns and nothing more, and delete nothing."""

READ_ONLY: Final = ("django_migrations", "pghistory_context")

TABLES: Final = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_get_userbyid(c.relowner) = current_user
"""

NEVER_IGNORE: Final = """
    CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN
    AS 'SELECT FALSE' LANGUAGE sql IMMUTABLE
"""
"""pgtrigger lets a session name triggers to skip; nothing here may skip history."""


def is_history(table: str) -> bool:
    """Whether rows of the table are only ever added."""
    return table in APPEND_ONLY or (table.startswith(("incidents_", "accounts_")) and table.endswith("event"))


def application_rights(table: str) -> str:
    """What the application's role may do with a table, as SQL privileges."""
    if table in READ_ONLY:
        return "SELECT"
    if is_history(table):
        return "SELECT, INSERT"
    if table in COLUMNS_THAT_CHANGE:
        return f"SELECT, INSERT, UPDATE ({', '.join(COLUMNS_THAT_CHANGE[table])})"
    return "SELECT, INSERT, UPDATE, DELETE"


def apply(connection: BaseDatabaseWrapper) -> int:
    """Give and take rights on every table that the connected role owns; the number of tables is returned."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = [name for (name,) in cursor.fetchall()]
        for role in (APPLICATION, PUBLIC):
            cursor.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
        for table in tables:
            name = connection.ops.quote_name(table)
            cursor.execute(f"REVOKE ALL ON {name} FROM {APPLICATION}, {PUBLIC}")
            cursor.execute(f"GRANT {application_rights(table)} ON {name} TO {APPLICATION}")
            if table.startswith("record_"):
                cursor.execute(f"GRANT SELECT ON {name} TO {PUBLIC}")
        cursor.execute(SEQUENCES)
        for (name,) in cursor.fetchall():
            cursor.execute(f"GRANT USAGE, SELECT ON {connection.ops.quote_name(name)} TO {APPLICATION}")
        cursor.execute(NEVER_IGNORE)
    return len(tables)


SEQUENCES: Final = TABLES.replace("('r', 'p')", "('S')")
