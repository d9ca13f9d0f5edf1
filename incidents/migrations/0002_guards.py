"""Put into the database what Python may forget: two people, append-only history, versions only as approved."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0001_evidence_workflow_and_record")]

    operations = [
        migrations.RunSQL((HERE / "guards.sql").read_text(), (HERE / "guards_down.sql").read_text()),
    ]
