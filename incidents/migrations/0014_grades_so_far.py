"""Begin the history of each publisher's grade with the one that it has."""

from django.db import migrations

SO_FAR = """
    INSERT INTO incidents_publishergrade (publisher_id, grade, reason, since, graded_by_id, graded_at)
    SELECT id, reliability, reliability_reason, coalesce(reliability_on, recorded_at::date), recorded_by_id, now()
    FROM incidents_publisher WHERE reliability_reason <> ''
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0013_grades_are_kept")]

    operations = [migrations.RunSQL(SO_FAR, migrations.RunSQL.noop)]
