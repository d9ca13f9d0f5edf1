"""Keys get new secrets while the old ones work on, and their requests are counted by day."""

import datetime
import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_single_keys'),
    ]

    operations = [
        migrations.CreateModel(
            name='KeyUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('requests', models.PositiveIntegerField()),
            ],
            options={
                'ordering': ['-day', '-pk'],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='apikey',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='apikey',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='apikey',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='apikey',
            name='former_sha256',
            field=models.CharField(blank=True, db_default='', default='', editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='apikey',
            name='former_until',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='the old secret works until'),
        ),
        migrations.AddField(
            model_name='apikey',
            name='rotated_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='given a new secret'),
        ),
        migrations.AddField(
            model_name='apikeyevent',
            name='former_until',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='the old secret works until'),
        ),
        migrations.AddField(
            model_name='apikeyevent',
            name='rotated_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='given a new secret'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='apikey',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_apikeyevent" ("addresses", "created_at", "expires_at", "former_until", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revoked_at", "rotated_at", "scopes") SELECT new_values."addresses", new_values."created_at", new_values."expires_at", new_values."former_until", new_values."id", new_values."name", new_values."owner_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."prefix", new_values."revoked_at", new_values."rotated_at", new_values."scopes" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d09ad2e4a81c1cfef7a7552f03ed93ea9cda702f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1ed31', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_apikey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='apikey',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_apikeyevent" ("addresses", "created_at", "expires_at", "former_until", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revoked_at", "rotated_at", "scopes") SELECT new_values."addresses", new_values."created_at", new_values."expires_at", new_values."former_until", new_values."id", new_values."name", new_values."owner_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."prefix", new_values."revoked_at", new_values."rotated_at", new_values."scopes" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."addresses" IS DISTINCT FROM (new_values."addresses") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."expires_at" IS DISTINCT FROM (new_values."expires_at") OR old_values."former_until" IS DISTINCT FROM (new_values."former_until") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."owner_id" IS DISTINCT FROM (new_values."owner_id") OR old_values."prefix" IS DISTINCT FROM (new_values."prefix") OR old_values."revoked_at" IS DISTINCT FROM (new_values."revoked_at") OR old_values."rotated_at" IS DISTINCT FROM (new_values."rotated_at") OR old_values."scopes" IS DISTINCT FROM (new_values."scopes")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4e0489da7f2b04a32f9e1d112aedd335f404b208', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1c34c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_apikey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='apikey',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_apikeyevent" ("addresses", "created_at", "expires_at", "former_until", "id", "name", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revoked_at", "rotated_at", "scopes") SELECT old_values."addresses", old_values."created_at", old_values."expires_at", old_values."former_until", old_values."id", old_values."name", old_values."owner_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."prefix", old_values."revoked_at", old_values."rotated_at", old_values."scopes" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='fb15212ffa8a20c0baac29811a4d0826f877da9a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_18c5d', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_apikey', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='apikey',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('former_sha256', ''), ('former_until', None), ('rotated_at', None)), models.Q(('former_sha256__regex', '^[0-9a-f]{64}$'), ('former_until__gte', models.F('rotated_at')), ('former_until__lte', django.db.models.expressions.CombinedExpression(models.F('rotated_at'), '+', models.Value(datetime.timedelta(days=7))))), _connector='OR'), name='api_key_old_secret_ends', violation_error_message='A secret that was replaced works for seven days at most.'),
        ),
        migrations.AddField(
            model_name='keyuse',
            name='key',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='accounts.apikey'),
        ),
        migrations.AddConstraint(
            model_name='keyuse',
            constraint=models.UniqueConstraint(fields=('key', 'day'), name='key_use_once_a_day', violation_error_message='The requests of this day are counted already.'),
        ),
    ]
