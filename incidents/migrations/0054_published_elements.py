"""Keep where the things stand that published documents hold, so that each kind can be listed by itself."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0053_forms_of_other_datasets'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublishedElement',
            fields=[
                ('pk', models.CompositePrimaryKey('row_id', 'kind', 'number', blank=True, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('time', 'Time'), ('location', 'Location'), ('casualty', 'Casualty estimate'), ('attribution', 'Attribution'), ('characteristic', 'Characteristic'), ('warning', 'What is said of a warning'), ('given_warning', 'Warning'), ('statement', 'Reaction or analysis'), ('link', 'Link to another incident'), ('source', 'Source that is cited'), ('actor', 'Actor that is named')], max_length=14)),
                ('number', models.PositiveIntegerField()),
                ('uid', models.UUIDField(null=True)),
                ('subject', models.CharField(blank=True, max_length=40)),
                ('about', models.CharField(blank=True, max_length=80)),
                ('polarity', models.CharField(blank=True, choices=[('affirmed', 'Affirmed'), ('denied', 'Denied')], max_length=8)),
                ('verification', models.CharField(blank=True, choices=[('unreviewed', 'Unreviewed'), ('single_origin', 'Single origin'), ('corroborated', 'Corroborated'), ('disputed', 'Disputed'), ('refuted', 'Refuted'), ('withdrawn', 'Withdrawn')], max_length=15)),
                ('role', models.CharField(blank=True, choices=[('recommended', 'Recommended'), ('supporting', 'Supporting'), ('superseded', 'Superseded')], max_length=15)),
                ('row', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='elements', to='incidents.publishedincident')),
            ],
            options={
                'db_table': 'record_element',
                'ordering': ['row', 'kind', 'number'],
                'indexes': [models.Index(fields=['kind', 'uid', '-row'], name='element_by_id'), models.Index(fields=['kind', 'subject'], name='element_by_subject'), models.Index(condition=models.Q(('kind__in', ['source', 'actor'])), fields=['kind', 'about', '-row'], name='element_newest_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('uid__isnull', False), ('kind__in', ['link', 'actor']), _connector='OR'), name='element_has_its_id', violation_error_message='All but links and actors have a permanent id.')],
            },
        ),
    ]
