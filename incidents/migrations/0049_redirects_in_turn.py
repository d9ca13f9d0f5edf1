from django.db import migrations, models


def address() -> models.URLField:
    return models.URLField(blank=True, db_default="", default="", max_length=1000)


def count() -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(db_default=0, default=0)


class Migration(migrations.Migration):
    dependencies = [("incidents", "0048_forms_from_documents")]

    operations = [
        migrations.AddField(model_name="feedstate", name="next_address", field=address()),
        migrations.AddField(model_name="feedstate", name="redirects", field=count()),
        migrations.AddField(model_name="fetch", name="next_address", field=address()),
        migrations.AddField(model_name="fetch", name="redirects", field=count()),
    ]
