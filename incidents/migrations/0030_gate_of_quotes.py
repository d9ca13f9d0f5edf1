"""Let an exception be signed for the gate of quotes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0029_reviewer_roles_guarded")]

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
                    ("quotes", "No question about a quote is open"),
                ],
                max_length=12,
            ),
        ),
    ]
