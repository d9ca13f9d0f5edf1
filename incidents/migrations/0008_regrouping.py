"""The ledger of merges and splits, and the gate that keeps what was split off from vanishing."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("incidents", "0007_fill_log_tree"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="waiver",
            name="gate",
            field=models.CharField(
                choices=[
                    ("cited", "Every value is cited"),
                    ("dated", "A date is recorded"),
                    ("placed", "A place is recorded, no finer than its method allows"),
                    ("toll", "The death toll has two independent origins or says “single origin”"),
                    ("attribution", "Nobody is named as a fact without a finding, or a claim and an assessment"),
                    ("sensitivity", "Graphic and personal-data flags are decided"),
                    ("duplicates", "Possible duplicates are decided"),
                    ("parent", "The incident it is part of is published"),
                    ("split", "What was split off from it is published"),
                ],
                max_length=12,
            ),
        ),
        migrations.CreateModel(
            name="Regrouping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("merge", "Merge"), ("split", "Split")], max_length=5)),
                ("reason", models.CharField(max_length=300, verbose_name="reason")),
                ("source_revision", models.PositiveIntegerField()),
                ("target_revision", models.PositiveIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regroupings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regroupings_out",
                        to="incidents.incident",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regroupings_in",
                        to="incidents.incident",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="MovedItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("claim", "Claim"),
                            ("statement", "Reaction or analysis"),
                            ("link", "Link"),
                            ("citation", "Citation"),
                            ("warning_left", "Warning, no longer linked"),
                            ("warning_joined", "Warning, newly linked"),
                        ],
                        max_length=14,
                    ),
                ),
                ("key", models.BigIntegerField()),
                ("came_from", models.BigIntegerField(null=True)),
                (
                    "regrouping",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="incidents.regrouping"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Undoing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=300, verbose_name="reason")),
                ("source_revision", models.PositiveIntegerField()),
                ("target_revision", models.PositiveIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undoings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "regrouping",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="undoing", to="incidents.regrouping"
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="regrouping",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", models.F("target")), _negated=True),
                name="regrouping_of_two",
                violation_error_message="An incident is not merged into itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="regrouping",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="regrouping_has_reason",
                violation_error_message="Give the reason: readers will see it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="moveditem",
            constraint=models.UniqueConstraint(
                fields=("regrouping", "kind", "key"),
                name="moved_item_once",
                violation_error_message="This is moved already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="undoing",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="undoing_has_reason",
                violation_error_message="Give the reason.",
            ),
        ),
    ]
