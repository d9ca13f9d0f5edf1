"""Let the database refuse any change of a snapshot or of its chain of custody."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0003_captures_and_custody")]

    operations = [
        migrations.RunSQL((HERE / "captures.sql").read_text(), (HERE / "captures_down.sql").read_text()),
    ]
