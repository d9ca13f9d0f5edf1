"""Keep what was decided about proposals, and find incidents by the days on which they may have happened."""

import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0032_who_said_so_far'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ProposalDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=16, verbose_name='key')),
                ('kind', models.CharField(choices=[('time', 'When'), ('place', 'Where'), ('casualty', 'How many'), ('characteristic', 'What kind of attack'), ('attribution', 'Who is named'), ('warning', 'Warning'), ('speaker', 'Who speaks'), ('derivation', 'What the report rests on')], max_length=14, verbose_name='kind')),
                ('value', models.JSONField(verbose_name='value as proposed')),
                ('exact', models.TextField(verbose_name='the words')),
                ('start', models.PositiveIntegerField(verbose_name='first character')),
                ('end', models.PositiveIntegerField(verbose_name='character after the last')),
                ('rule', models.CharField(max_length=60, verbose_name='rule')),
                ('method', models.CharField(max_length=60, verbose_name='method')),
                ('version', models.CharField(max_length=20, verbose_name='version of the method')),
                ('state', models.CharField(choices=[('accepted', 'Accepted'), ('cleared', 'Cleared')], max_length=8, verbose_name='decision')),
                ('decided_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['capture', 'start', 'pk'],
            },
        ),
        migrations.AddIndex(
            model_name='incident',
            index=django.contrib.postgres.indexes.GistIndex(models.Func(models.F('occurred_earliest'), models.F('occurred_latest'), models.Value('[]'), function='TSTZRANGE', output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField()), name='incident_by_occurred'),
        ),
        migrations.AddField(
            model_name='proposaldecision',
            name='capture',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposal_decisions', to='incidents.capture', verbose_name='snapshot'),
        ),
        migrations.AddField(
            model_name='proposaldecision',
            name='citation',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposed_as', to='incidents.citation', verbose_name='citation'),
        ),
        migrations.AddField(
            model_name='proposaldecision',
            name='decided_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='proposaldecision',
            name='incident',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='proposal_decisions', to='incidents.incident'),
        ),
        migrations.AddConstraint(
            model_name='proposaldecision',
            constraint=models.UniqueConstraint(fields=('capture', 'incident', 'key'), name='proposal_decided_once', nulls_distinct=False, violation_error_message='This proposal is decided already.'),
        ),
        migrations.AddConstraint(
            model_name='proposaldecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('exact', ''), _negated=True), ('end', django.db.models.expressions.CombinedExpression(models.F('start'), '+', django.db.models.functions.text.Length('exact')))), name='proposal_spans_its_words', violation_error_message='A proposal spans exactly the words that it was read in.'),
        ),
        migrations.AddConstraint(
            model_name='proposaldecision',
            constraint=models.CheckConstraint(condition=models.Q(('citation__isnull', True), ('state', 'accepted'), _connector='OR'), name='proposal_cleared_without_citation', violation_error_message='What was cleared is cited nowhere.'),
        ),
    ]
