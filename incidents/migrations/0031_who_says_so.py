"""Let a flat row say who gives its day, its place and its numbers of persons."""

from django.db import migrations, models


def voices():
    return models.JSONField(blank=True, db_default=[], default=list)


class Migration(migrations.Migration):
    dependencies = [("incidents", "0030_gate_of_quotes")]

    operations = [
        migrations.AddField(model_name="publishedincident", name=name, field=voices())
        for name in ("occurred_said_by", "place_said_by", "killed_said_by", "wounded_said_by")
    ]
