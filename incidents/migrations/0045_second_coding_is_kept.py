"""Keep the history of small edits and of second codings from being emptied, and what was coded from being changed."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0044_second_coding")]

    operations = [
        migrations.RunSQL((HERE / "history.sql").read_text(), migrations.RunSQL.noop),
        migrations.RunSQL(
            "CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON incidents_codedanswer"
            " FOR EACH ROW EXECUTE FUNCTION attest_append_only()",
            "DROP TRIGGER attest_append_only ON incidents_codedanswer",
        ),
    ]
