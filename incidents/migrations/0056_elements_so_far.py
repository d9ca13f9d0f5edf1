"""Write down what the documents hold that there are."""

from django.db import migrations

from incidents.services.elements import ELEMENTS

BATCH = 2_000


def fill(apps, schema_editor):
    """From the documents, which do not change."""
    versions = apps.get_model("incidents", "PublishedIncident").objects.filter(status="live").order_by("pk")
    keys = list(versions.values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        schema_editor.execute(ELEMENTS, [keys[start : start + BATCH]])
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [("incidents", "0055_elements_are_kept")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
