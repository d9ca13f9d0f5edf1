"""Keep the small edits that reviewers ask for, and tell people of more that happens."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0042_merges_of_actors_are_kept'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SmallEdit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField()),
                ('what', models.CharField(max_length=500, verbose_name='what to change')),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='SmallEditEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('revision', models.PositiveIntegerField()),
                ('what', models.CharField(max_length=500, verbose_name='what to change')),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(
            model_name='noticechoice',
            name='notice_choice_known',
        ),
        migrations.AlterField(
            model_name='notice',
            name='event',
            field=models.CharField(choices=[('assigned', 'An incident was assigned to you'), ('review_asked', 'An incident waits for review'), ('mentioned', 'You were mentioned in a comment'), ('changes_requested', 'Changes were requested of an incident that is yours or that you follow'), ('approved', 'An incident that is yours or that you follow was approved'), ('edited', 'An incident that is yours or that you follow was edited by somebody else'), ('quote_missing', 'A quote is no longer found in its source'), ('report_received', 'A reader reported an error'), ('embargo_fell', 'A publication that was set for a moment was called off, or did not happen'), ('small_edit_asked', 'You were asked for a small edit of an incident in review'), ('small_edit_made', 'A small edit that you asked for was made'), ('coding_asked', 'You were asked to code an incident that others have coded'), ('coding_done', 'A second coding that you asked for is done')], max_length=18),
        ),
        migrations.AlterField(
            model_name='noticechoice',
            name='event',
            field=models.CharField(choices=[('assigned', 'An incident was assigned to you'), ('review_asked', 'An incident waits for review'), ('mentioned', 'You were mentioned in a comment'), ('changes_requested', 'Changes were requested of an incident that is yours or that you follow'), ('approved', 'An incident that is yours or that you follow was approved'), ('edited', 'An incident that is yours or that you follow was edited by somebody else'), ('quote_missing', 'A quote is no longer found in its source'), ('report_received', 'A reader reported an error'), ('embargo_fell', 'A publication that was set for a moment was called off, or did not happen'), ('small_edit_asked', 'You were asked for a small edit of an incident in review'), ('small_edit_made', 'A small edit that you asked for was made'), ('coding_asked', 'You were asked to code an incident that others have coded'), ('coding_done', 'A second coding that you asked for is done')], max_length=18),
        ),
        migrations.AddConstraint(
            model_name='noticechoice',
            constraint=models.CheckConstraint(condition=models.Q(('event__in', ['assigned', 'review_asked', 'mentioned', 'changes_requested', 'approved', 'edited', 'quote_missing', 'report_received', 'embargo_fell', 'small_edit_asked', 'small_edit_made', 'coding_asked', 'coding_done']), ('pace__in', ['immediate', 'daily', 'off'])), name='notice_choice_known', violation_error_message='Choose at once, once a day, or not at all.'),
        ),
        migrations.AddField(
            model_name='smalledit',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='smalledit',
            name='asked_of',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='small_edits', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='smalledit',
            name='review',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='small_edits', to='incidents.review'),
        ),
        migrations.AddField(
            model_name='smalleditevent',
            name='asked_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='smalleditevent',
            name='asked_of',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='smalleditevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='smalleditevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='incidents.smalledit'),
        ),
        migrations.AddField(
            model_name='smalleditevent',
            name='review',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='incidents.review'),
        ),
        migrations.AddConstraint(
            model_name='smalledit',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('review',), name='small_edit_asked_once', violation_error_message='Somebody is asked for a small edit already.'),
        ),
        migrations.AddConstraint(
            model_name='smalledit',
            constraint=models.CheckConstraint(condition=models.Q(('asked_by', models.F('asked_of')), _negated=True), name='small_edit_by_another', violation_error_message='Who is to approve it edits nothing: ask somebody else.'),
        ),
        migrations.AddConstraint(
            model_name='smalledit',
            constraint=models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='small_edit_says_what', violation_error_message='Say what to change.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='smalledit',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_smalleditevent" ("asked_at", "asked_by_id", "asked_of_id", "ended_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "revision", "what") SELECT new_values."asked_at", new_values."asked_by_id", new_values."asked_of_id", new_values."ended_at", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."review_id", new_values."revision", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8ebbdddfe27fbb6a4960213952e5bdc031e4394b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a6be6', referencing='REFERENCING NEW TABLE AS new_values ', table='incidents_smalledit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='smalledit',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_smalleditevent" ("asked_at", "asked_by_id", "asked_of_id", "ended_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "revision", "what") SELECT new_values."asked_at", new_values."asked_by_id", new_values."asked_of_id", new_values."ended_at", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."review_id", new_values."revision", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7b681d0b47c478b23cb83946a510b8dccbc15b48', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_4b137', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='incidents_smalledit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='smalledit',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_smalleditevent" ("asked_at", "asked_by_id", "asked_of_id", "ended_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "revision", "what") SELECT old_values."asked_at", old_values."asked_by_id", old_values."asked_of_id", old_values."ended_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."review_id", old_values."revision", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='35d031343f53c4dda7b4c4a8cf71b284b9e50db2', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9936a', referencing='REFERENCING OLD TABLE AS old_values ', table='incidents_smalledit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='smalleditevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='726f1e2c34305d6fe2109f835d1a8ff68c8f9074', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f98dd', table='incidents_smalleditevent', when='BEFORE')),
        ),
    ]
