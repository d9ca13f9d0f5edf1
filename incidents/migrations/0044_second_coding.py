"""Keep what a second coder makes of an incident."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0043_small_edits'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SecondCoding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('fields', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('occurred', 'When it happened'), ('place', 'Where it happened'), ('attack_types', 'Attack types'), ('weapon_types', 'Weapon types'), ('target_types', 'Target types'), ('killed', 'Killed'), ('wounded', 'Wounded'), ('attribution', 'State of the attribution')], max_length=12), size=None, verbose_name='fields')),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('coder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='second_codings', to=settings.AUTH_USER_MODEL)),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='second_codings', to='incidents.incident')),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='CodedAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(choices=[('occurred', 'When it happened'), ('place', 'Where it happened'), ('attack_types', 'Attack types'), ('weapon_types', 'Weapon types'), ('target_types', 'Target types'), ('killed', 'Killed'), ('wounded', 'Wounded'), ('attribution', 'State of the attribution')], max_length=12)),
                ('first', models.JSONField(blank=True, null=True)),
                ('second', models.JSONField(blank=True, null=True)),
                ('agrees', models.BooleanField()),
                ('coding', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='incidents.secondcoding')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SecondCodingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('fields', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('occurred', 'When it happened'), ('place', 'Where it happened'), ('attack_types', 'Attack types'), ('weapon_types', 'Weapon types'), ('target_types', 'Target types'), ('killed', 'Killed'), ('wounded', 'Wounded'), ('attribution', 'State of the attribution')], max_length=12), size=None, verbose_name='fields')),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('coder', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('incident', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='incidents.incident')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='incidents.secondcoding')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='secondcoding',
            constraint=models.UniqueConstraint(condition=models.Q(('done_at__isnull', True)), fields=('incident', 'coder'), name='second_coding_asked_once', violation_error_message='This person is asked to code this incident already.'),
        ),
        migrations.AddConstraint(
            model_name='secondcoding',
            constraint=models.CheckConstraint(condition=models.Q(('coder', models.F('asked_by')), _negated=True), name='second_coding_by_another', violation_error_message='Ask somebody else: you have seen what was coded.'),
        ),
        migrations.AddConstraint(
            model_name='secondcoding',
            constraint=models.CheckConstraint(condition=models.Q(('fields__contained_by', ['occurred', 'place', 'attack_types', 'weapon_types', 'target_types', 'killed', 'wounded', 'attribution']), ('fields__len__gt', 0)), name='second_coding_of_something', violation_error_message='Choose at least one field.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secondcoding',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_secondcodingevent" ("asked_at", "asked_by_id", "coder_id", "done_at", "fields", "id", "incident_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT new_values."asked_at", new_values."asked_by_id", new_values."coder_id", new_values."done_at", new_values."fields", new_values."id", new_values."incident_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."uid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8feba118e31bcf8363b57a24310a52dd2068c41f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_0aafe', referencing='REFERENCING NEW TABLE AS new_values ', table='incidents_secondcoding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secondcoding',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_secondcodingevent" ("asked_at", "asked_by_id", "coder_id", "done_at", "fields", "id", "incident_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT new_values."asked_at", new_values."asked_by_id", new_values."coder_id", new_values."done_at", new_values."fields", new_values."id", new_values."incident_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."uid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7ac41a5aab9de6d5cd5fbf5d6b8419bda8d0827e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_29285', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='incidents_secondcoding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secondcoding',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_secondcodingevent" ("asked_at", "asked_by_id", "coder_id", "done_at", "fields", "id", "incident_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT old_values."asked_at", old_values."asked_by_id", old_values."coder_id", old_values."done_at", old_values."fields", old_values."id", old_values."incident_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."uid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6ccffb0f17b86049d78e4c82539729d6c5facb6b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ea646', referencing='REFERENCING OLD TABLE AS old_values ', table='incidents_secondcoding', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='codedanswer',
            constraint=models.UniqueConstraint(fields=('coding', 'field'), name='coded_answer_once_per_field', violation_error_message='This field is coded already.'),
        ),
        migrations.AddConstraint(
            model_name='codedanswer',
            constraint=models.CheckConstraint(condition=models.Q(('field__in', ['occurred', 'place', 'attack_types', 'weapon_types', 'target_types', 'killed', 'wounded', 'attribution'])), name='coded_answer_of_known_field', violation_error_message='This field cannot be coded.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secondcodingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c7598f3f4ef0438a44e3e8c5e502fe7c018f18f4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e65cc', table='incidents_secondcodingevent', when='BEFORE')),
        ),
    ]
