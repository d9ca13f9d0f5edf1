"""Let PostgreSQL know how many rows are of the present: it took one in two hundred for it, and planned for that."""

from django.db import migrations

MAKE = "CREATE STATISTICS published_of_the_present ON (upper(known)) FROM record_published_incident"
DROP = "DROP STATISTICS published_of_the_present"


class Migration(migrations.Migration):
    dependencies = [("incidents", "0056_elements_so_far")]

    operations = [migrations.RunSQL(MAKE, DROP)]
