"""Put into the database that releases follow one another, and that the log never grows behind the cut-off of one."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0059_releases_that_stay")]

    operations = [
        migrations.RunSQL((HERE / "releases.sql").read_text(), (HERE / "releases_down.sql").read_text()),
    ]
