"""Put into the database that what a document holds is never rewritten."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0054_published_elements")]

    operations = [
        migrations.RunSQL((HERE / "elements.sql").read_text(), (HERE / "elements_down.sql").read_text()),
    ]
