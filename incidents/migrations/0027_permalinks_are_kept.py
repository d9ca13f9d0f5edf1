"""Put into the database that a short address leads to one query for ever."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0026_permalinks")]

    operations = [
        migrations.RunSQL((HERE / "permalinks.sql").read_text(), (HERE / "permalinks_down.sql").read_text()),
    ]
