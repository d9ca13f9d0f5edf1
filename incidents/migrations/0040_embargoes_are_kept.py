"""Keep the history of embargoes from being emptied."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0039_embargoes")]

    operations = [migrations.RunSQL((HERE / "history.sql").read_text(), migrations.RunSQL.noop)]
