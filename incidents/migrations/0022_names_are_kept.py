"""Put into the database that a name in the record is never rewritten."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0021_explorer_columns")]

    operations = [
        migrations.RunSQL((HERE / "names.sql").read_text(), (HERE / "names_down.sql").read_text()),
    ]
