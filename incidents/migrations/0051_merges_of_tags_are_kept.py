"""Put into the database that a merge of tags is never rewritten, and that nobody empties the history of tags."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent
KEPT = """
CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON incidents_tagmerge
    FOR EACH ROW EXECUTE FUNCTION attest_append_only();
CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON incidents_tagmerge
    FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only();
"""
NOT_KEPT = """
DROP TRIGGER attest_append_only ON incidents_tagmerge;
DROP TRIGGER attest_no_truncate ON incidents_tagmerge;
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0050_tags")]

    operations = [
        migrations.RunSQL((HERE / "history.sql").read_text(), migrations.RunSQL.noop),
        migrations.RunSQL(KEPT, NOT_KEPT),
    ]
