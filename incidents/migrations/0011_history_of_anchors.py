"""Guard the history tables that the last migration made."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0010_anchors_and_alerts")]

    operations = [
        migrations.RunSQL((HERE / "history.sql").read_text(), migrations.RunSQL.noop),
    ]
