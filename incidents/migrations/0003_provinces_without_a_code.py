"""Let a country have several provinces of which no ISO 3166-2 code is known."""

from django.db import migrations, models

MESSAGE = "This country or province is already in the gazetteer."


class Migration(migrations.Migration):
    dependencies = [("incidents", "0002_guards")]

    operations = [
        migrations.RemoveConstraint(model_name="place", name="place_area_once"),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.UniqueConstraint(
                fields=["kind", "country_code", "province_code"],
                condition=models.Q(kind="country") | (models.Q(kind="province") & ~models.Q(province_code="")),
                name="place_area_once",
                violation_error_message=MESSAGE,
            ),
        ),
    ]
