"""Let the database refuse any change of a sealed name, and guard the history that the last migration made."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0018_confidential_material")]

    operations = [
        migrations.RunSQL((HERE / "sealing.sql").read_text(), (HERE / "sealing_down.sql").read_text()),
        migrations.RunSQL((HERE / "history.sql").read_text(), migrations.RunSQL.noop),
    ]
