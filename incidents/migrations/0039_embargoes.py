"""Keep which publications are set for a moment."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0038_review_reasons'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Embargo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField()),
                ('content_sha256', models.CharField(max_length=64)),
                ('until', models.DateTimeField(verbose_name='publish at')),
                ('kind', models.CharField(blank=True, max_length=20)),
                ('summary', models.CharField(blank=True, max_length=500)),
                ('set_at', models.DateTimeField(auto_now_add=True)),
                ('stage', models.CharField(choices=[('waiting', 'Waiting'), ('published', 'Published'), ('cancelled', 'Cancelled'), ('refused', 'Not published')], default='waiting', max_length=10)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('why', models.TextField(blank=True)),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='embargoes', to='incidents.incident')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='embargoes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-set_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='EmbargoEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('revision', models.PositiveIntegerField()),
                ('content_sha256', models.CharField(max_length=64)),
                ('until', models.DateTimeField(verbose_name='publish at')),
                ('kind', models.CharField(blank=True, max_length=20)),
                ('summary', models.CharField(blank=True, max_length=500)),
                ('set_at', models.DateTimeField(auto_now_add=True)),
                ('stage', models.CharField(choices=[('waiting', 'Waiting'), ('published', 'Published'), ('cancelled', 'Cancelled'), ('refused', 'Not published')], default='waiting', max_length=10)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('why', models.TextField(blank=True)),
                ('incident', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='incidents.incident')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='incidents.embargo')),
                ('set_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='embargo',
            constraint=models.UniqueConstraint(condition=models.Q(('stage', 'waiting')), fields=('incident',), name='embargo_waits_once', violation_error_message='It is to be published at a moment already.'),
        ),
        migrations.AddConstraint(
            model_name='embargo',
            constraint=models.CheckConstraint(condition=models.Q(('content_sha256__regex', '^[0-9a-f]{64}$')), name='embargo_hash_is_sha256', violation_error_message='An embargo names the SHA-256 of what it holds back.'),
        ),
        migrations.AddConstraint(
            model_name='embargo',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('stage', 'waiting')), models.Q(models.Q(('stage', 'waiting'), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='embargo_ends_once', violation_error_message='An embargo waits, or it has ended at a moment.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='embargo',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_embargoevent" ("content_sha256", "ended_at", "id", "incident_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "set_at", "set_by_id", "stage", "summary", "until", "why") SELECT new_values."content_sha256", new_values."ended_at", new_values."id", new_values."incident_id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."revision", new_values."set_at", new_values."set_by_id", new_values."stage", new_values."summary", new_values."until", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='498293f14ce67d3339c77cf7d81fe5fa34e9ed60', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_de30a', referencing='REFERENCING NEW TABLE AS new_values ', table='incidents_embargo', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='embargo',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_embargoevent" ("content_sha256", "ended_at", "id", "incident_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "set_at", "set_by_id", "stage", "summary", "until", "why") SELECT new_values."content_sha256", new_values."ended_at", new_values."id", new_values."incident_id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."revision", new_values."set_at", new_values."set_by_id", new_values."stage", new_values."summary", new_values."until", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='94ae4650f2ffa14a77af08fb6c7d5c8fa586cee3', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5131b', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='incidents_embargo', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='embargo',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_embargoevent" ("content_sha256", "ended_at", "id", "incident_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "set_at", "set_by_id", "stage", "summary", "until", "why") SELECT old_values."content_sha256", old_values."ended_at", old_values."id", old_values."incident_id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."set_at", old_values."set_by_id", old_values."stage", old_values."summary", old_values."until", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a10544347d69fa01c188ba2698e2f3a97e40d249', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_91866', referencing='REFERENCING OLD TABLE AS old_values ', table='incidents_embargo', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='embargoevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1fe0fcc7d3ce99dfa5fb25ffc49de268a4a9dc2f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2d031', table='incidents_embargoevent', when='BEFORE')),
        ),
    ]
