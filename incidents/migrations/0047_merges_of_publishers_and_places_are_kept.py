"""Put into the database that a merge of publishers or of places is never rewritten."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0046_fetches_leads_and_merges")]

    operations = [
        migrations.RunSQL((HERE / "merges.sql").read_text(), (HERE / "merges_down.sql").read_text()),
    ]
