from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0052_webhooks'),
    ]

    operations = [
        migrations.AlterField(
            model_name='download',
            name='form',
            field=models.CharField(choices=[('csv', 'CSV'), ('geojson', 'GeoJSON'), ('jsonl', 'JSON Lines'), ('gpkg', 'GeoPackage'), ('xlsx', 'Excel workbook'), ('parquet', 'GeoParquet'), ('zip', 'ZIP archive'), ('stix.json', 'STIX 2.1'), ('gtd.zip', 'GTD columns'), ('ged.zip', 'UCDP GED columns'), ('acled.zip', 'ACLED columns')], max_length=12),
        ),
    ]
