"""Put into the database what must hold of the log's tree and of checkpoints."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0005_log_tree_and_checkpoints")]

    operations = [
        migrations.RunSQL((HERE / "log_tree.sql").read_text(), (HERE / "log_tree_down.sql").read_text()),
    ]
