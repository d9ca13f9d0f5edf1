"""Put into the database what must hold of merges and splits: an append-only ledger, two people, no address lost."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0008_regrouping")]

    operations = [
        migrations.RunSQL(
            (HERE / "regrouping_guards.sql").read_text(), (HERE / "regrouping_guards_down.sql").read_text()
        ),
    ]
