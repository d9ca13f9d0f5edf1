import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0025_squares_of_the_map'),
    ]

    operations = [
        migrations.CreateModel(
            name='Permalink',
            fields=[
                ('code', models.CharField(max_length=51, primary_key=True, serialize=False)),
                ('query', models.TextField()),
            ],
            options={
                'db_table': 'record_permalink',
                'ordering': ['code'],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9A-HJKMNP-TV-Z]{10,51}$')), name='permalink_code_well_formed', violation_error_message="A code has 10 to 51 signs of Crockford's base 32."), models.CheckConstraint(condition=models.Q(('query__regex', '^[a-z_]+=[A-Za-z0-9%._~,:+*-]+(&[a-z_]+=[A-Za-z0-9%._~,:+*-]+)*$')), name='permalink_query_is_one', violation_error_message='A query is parameters and values, spelt as in an address.'), models.CheckConstraint(condition=models.Q(('query__regex', '^(.*&)?as_of=[0-9]{4}-[0-9]{2}-[0-9]{2}')), name='permalink_query_has_its_moment', violation_error_message='A query that is kept names its moment of record time.'), models.CheckConstraint(condition=django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('query'), 4000), name='permalink_query_has_an_end', violation_error_message='This query is too long to be kept: 4,000 signs are the most.')],
            },
        ),
    ]
