from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0024_downloads'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='publishedincident',
            index=models.Index(condition=models.Q(('grid_column__isnull', False), ('known__endswith__isnull', True), ('status', 'live')), fields=['grid_row', 'grid_column'], include=('family', 'version'), name='published_squares'),
        ),
        migrations.AddIndex(
            model_name='publishedincident',
            index=models.Index(condition=models.Q(('geometry__isnull', False), ('grid_column__isnull', True), ('known__endswith__isnull', True), ('status', 'live')), fields=['place_precision', 'province_code'], name='published_areas'),
        ),
    ]
