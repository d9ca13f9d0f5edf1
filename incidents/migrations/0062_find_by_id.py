"""Find a published incident by its id without GiST, which reads thirty pages for one."""

import django.contrib.postgres.constraints
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("incidents", "0061_codings_given_back"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="publishedincident",
            name="published_one_at_a_time",
        ),
        migrations.AddIndex(
            model_name="publishedincident",
            index=models.Index(fields=["public_id"], name="published_by_id"),
        ),
        migrations.AddConstraint(
            model_name="publishedincident",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    (
                        models.Func(
                            models.F("public_id"),
                            models.Value(0),
                            function="hashtextextended",
                            output_field=models.BigIntegerField(),
                        ),
                        "=",
                    ),
                    ("known", "&&"),
                ],
                name="published_one_at_a_time",
                violation_error_message="Two versions of an incident are never the newest at once.",
            ),
        ),
    ]
