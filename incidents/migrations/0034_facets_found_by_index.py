"""Find the few incidents with a warning, and those of a kind of weapon or target, by an index."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0033_proposal_decisions")]

    operations = [
        migrations.AddIndex(
            model_name="publishedincident",
            index=models.Index(
                condition=models.Q(("has_warning", True)), fields=["-occurred_latest"], name="published_warned"
            ),
        ),
        migrations.AddIndex(
            model_name="publishedincident", index=GinIndex(fields=["weapon_types"], name="published_weapon_types")
        ),
        migrations.AddIndex(
            model_name="publishedincident", index=GinIndex(fields=["target_types"], name="published_target_types")
        ),
    ]
