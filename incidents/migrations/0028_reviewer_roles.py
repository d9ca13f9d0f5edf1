"""Keep with each version in which roles it was approved. Older versions do not say."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0027_permalinks_are_kept")]

    operations = [
        migrations.AddField(
            model_name="version",
            name="reviewer_roles",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("reviewer", "Reviewer"),
                        ("publisher", "Publisher"),
                        ("senior", "Senior editor"),
                        ("administrator", "Administrator"),
                    ],
                    max_length=20,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
            ),
        ),
    ]
