"""Let the database refuse any change of a grading."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0012_publisher_grades")]

    operations = [
        migrations.RunSQL((HERE / "grades.sql").read_text(), (HERE / "grades_down.sql").read_text()),
    ]
