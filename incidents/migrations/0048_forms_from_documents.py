from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0047_merges_of_publishers_and_places_are_kept'),
    ]

    operations = [
        migrations.AlterField(
            model_name='download',
            name='form',
            field=models.CharField(choices=[('csv', 'CSV'), ('geojson', 'GeoJSON'), ('jsonl', 'JSON Lines'), ('gpkg', 'GeoPackage'), ('xlsx', 'Excel workbook'), ('parquet', 'GeoParquet'), ('zip', 'ZIP archive'), ('stix.json', 'STIX 2.1')], max_length=12),
        ),
    ]
