"""Put into the database that a merge of actors and a note of a shift are never rewritten."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0041_merges_of_actors_and_shift_notes")]

    operations = [
        migrations.RunSQL((HERE / "vocabularies.sql").read_text(), (HERE / "vocabularies_down.sql").read_text()),
    ]
