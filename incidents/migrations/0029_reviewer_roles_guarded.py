"""Put into the database that a version states the roles of those who approved exactly it, and no others."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("incidents", "0028_reviewer_roles")]

    operations = [
        migrations.RunSQL((HERE / "reviewer_roles.sql").read_text(), (HERE / "reviewer_roles_down.sql").read_text()),
    ]
