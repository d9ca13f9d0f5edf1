"""Put into the database that a public answer to a reported error is never rewritten."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0015_reported_errors")]

    operations = [
        migrations.RunSQL((HERE / "reports.sql").read_text(), (HERE / "reports_down.sql").read_text()),
    ]
