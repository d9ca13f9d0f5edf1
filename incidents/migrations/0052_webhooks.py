"""Webhooks: who is told of what is published, what is owed to them, and each attempt."""
import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0051_merges_of_tags_are_kept'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Webhook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('address', models.URLField(max_length=1000, verbose_name='address')),
                ('wanted', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('incident.published', 'Published: an incident is on record for the first time'), ('incident.updated', 'Updated: more is known, and nothing said before was wrong'), ('incident.corrected', 'Corrected: the record said something else before'), ('incident.withdrawn', 'Withdrawn: an incident was taken back, with a reason'), ('incident.merged', 'Merged: two incidents became one'), ('ping', 'Ping: a test')], max_length=18), size=None, verbose_name='events')),
                ('query', models.CharField(blank=True, max_length=4000, verbose_name='filter')),
                ('secret', models.TextField()),
                ('former_secret', models.TextField(blank=True)),
                ('former_until', models.DateTimeField(blank=True, null=True)),
                ('paused', models.BooleanField(default=False, verbose_name='paused')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('failing_since', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='WebhookAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('at', models.DateTimeField()),
                ('status', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='WebhookDelivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(editable=False, unique=True)),
                ('event', models.CharField(choices=[('incident.published', 'Published: an incident is on record for the first time'), ('incident.updated', 'Updated: more is known, and nothing said before was wrong'), ('incident.corrected', 'Corrected: the record said something else before'), ('incident.withdrawn', 'Withdrawn: an incident was taken back, with a reason'), ('incident.merged', 'Merged: two incidents became one'), ('ping', 'Ping: a test')], max_length=18)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('stage', models.CharField(choices=[('waiting', 'Waiting'), ('delivered', 'Delivered'), ('given_up', 'Given up')], default='waiting', max_length=9)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('next_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='WebhookEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('address', models.URLField(max_length=1000, verbose_name='address')),
                ('wanted', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('incident.published', 'Published: an incident is on record for the first time'), ('incident.updated', 'Updated: more is known, and nothing said before was wrong'), ('incident.corrected', 'Corrected: the record said something else before'), ('incident.withdrawn', 'Withdrawn: an incident was taken back, with a reason'), ('incident.merged', 'Merged: two incidents became one'), ('ping', 'Ping: a test')], max_length=18), size=None, verbose_name='events')),
                ('query', models.CharField(blank=True, max_length=4000, verbose_name='filter')),
                ('paused', models.BooleanField(default=False, verbose_name='paused')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
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
            field=models.CharField(choices=[('assigned', 'An incident was assigned to you'), ('review_asked', 'An incident waits for review'), ('mentioned', 'You were mentioned in a comment'), ('changes_requested', 'Changes were requested of an incident that is yours or that you follow'), ('approved', 'An incident that is yours or that you follow was approved'), ('edited', 'An incident that is yours or that you follow was edited by somebody else'), ('quote_missing', 'A quote is no longer found in its source'), ('report_received', 'A reader reported an error'), ('embargo_fell', 'A publication that was set for a moment was called off, or did not happen'), ('small_edit_asked', 'You were asked for a small edit of an incident in review'), ('small_edit_made', 'A small edit that you asked for was made'), ('coding_asked', 'You were asked to code an incident that others have coded'), ('coding_done', 'A second coding that you asked for is done'), ('webhook_paused', 'A webhook of yours was paused: its address does not take what is sent')], max_length=18),
        ),
        migrations.AlterField(
            model_name='noticechoice',
            name='event',
            field=models.CharField(choices=[('assigned', 'An incident was assigned to you'), ('review_asked', 'An incident waits for review'), ('mentioned', 'You were mentioned in a comment'), ('changes_requested', 'Changes were requested of an incident that is yours or that you follow'), ('approved', 'An incident that is yours or that you follow was approved'), ('edited', 'An incident that is yours or that you follow was edited by somebody else'), ('quote_missing', 'A quote is no longer found in its source'), ('report_received', 'A reader reported an error'), ('embargo_fell', 'A publication that was set for a moment was called off, or did not happen'), ('small_edit_asked', 'You were asked for a small edit of an incident in review'), ('small_edit_made', 'A small edit that you asked for was made'), ('coding_asked', 'You were asked to code an incident that others have coded'), ('coding_done', 'A second coding that you asked for is done'), ('webhook_paused', 'A webhook of yours was paused: its address does not take what is sent')], max_length=18),
        ),
        migrations.AddConstraint(
            model_name='noticechoice',
            constraint=models.CheckConstraint(condition=models.Q(('event__in', ['assigned', 'review_asked', 'mentioned', 'changes_requested', 'approved', 'edited', 'quote_missing', 'report_received', 'embargo_fell', 'small_edit_asked', 'small_edit_made', 'coding_asked', 'coding_done', 'webhook_paused']), ('pace__in', ['immediate', 'daily', 'off'])), name='notice_choice_known', violation_error_message='Choose at once, once a day, or not at all.'),
        ),
        migrations.AddField(
            model_name='webhook',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='webhooks', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='webhookdelivery',
            name='entry',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.logentry'),
        ),
        migrations.AddField(
            model_name='webhookdelivery',
            name='webhook',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='incidents.webhook'),
        ),
        migrations.AddField(
            model_name='webhookattempt',
            name='delivery',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attempts', to='incidents.webhookdelivery'),
        ),
        migrations.AddField(
            model_name='webhookevent',
            name='owner',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='webhookevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='webhookevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='incidents.webhook'),
        ),
        migrations.AddConstraint(
            model_name='webhook',
            constraint=models.CheckConstraint(condition=models.Q(('address__startswith', 'https://')), name='webhook_address_is_https', violation_error_message='Only an address that begins with https:// is sent to.'),
        ),
        migrations.AddConstraint(
            model_name='webhook',
            constraint=models.CheckConstraint(condition=models.Q(('wanted__contained_by', ['incident.published', 'incident.updated', 'incident.corrected', 'incident.withdrawn', 'incident.merged']), ('wanted__len__gt', 0)), name='webhook_events_known', violation_error_message='Choose what you want to be told of.'),
        ),
        migrations.AddConstraint(
            model_name='webhook',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('former_secret', ''), ('former_until', None)), models.Q(models.Q(('former_secret', ''), _negated=True), models.Q(('former_until', None), _negated=True)), _connector='OR'), name='webhook_former_secret_ends', violation_error_message='A former secret signs until a moment that is set.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhook',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_webhookevent" ("address", "id", "made_at", "owner_id", "paused", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "uid", "wanted") SELECT new_values."address", new_values."id", new_values."made_at", new_values."owner_id", new_values."paused", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."query", new_values."uid", new_values."wanted" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6e2a39e8f480497c0552704e987bc8309fddc2a5', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_367de', referencing='REFERENCING NEW TABLE AS new_values ', table='incidents_webhook', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhook',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_webhookevent" ("address", "id", "made_at", "owner_id", "paused", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "uid", "wanted") SELECT new_values."address", new_values."id", new_values."made_at", new_values."owner_id", new_values."paused", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."query", new_values."uid", new_values."wanted" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."address" IS DISTINCT FROM (new_values."address") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."made_at" IS DISTINCT FROM (new_values."made_at") OR old_values."owner_id" IS DISTINCT FROM (new_values."owner_id") OR old_values."paused" IS DISTINCT FROM (new_values."paused") OR old_values."query" IS DISTINCT FROM (new_values."query") OR old_values."uid" IS DISTINCT FROM (new_values."uid") OR old_values."wanted" IS DISTINCT FROM (new_values."wanted")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e39ae36ede8c2881a9f74849d1e6c79da9b690b1', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c8919', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='incidents_webhook', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhook',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_webhookevent" ("address", "id", "made_at", "owner_id", "paused", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "uid", "wanted") SELECT old_values."address", old_values."id", old_values."made_at", old_values."owner_id", old_values."paused", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."query", old_values."uid", old_values."wanted" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='506b0f1c41c7538e83f7b7ed37b151e2c9387860', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_848db', referencing='REFERENCING OLD TABLE AS old_values ', table='incidents_webhook', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='webhookdelivery',
            index=models.Index(condition=models.Q(('stage', 'waiting')), fields=['next_at'], name='delivery_due'),
        ),
        migrations.AddIndex(
            model_name='webhookdelivery',
            index=models.Index(models.F('webhook'), models.OrderBy(models.F('id'), descending=True), name='delivery_of_webhook'),
        ),
        migrations.AddConstraint(
            model_name='webhookdelivery',
            constraint=models.UniqueConstraint(fields=('webhook', 'entry'), name='delivery_once', violation_error_message='This webhook is told of it already.'),
        ),
        migrations.AddConstraint(
            model_name='webhookdelivery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('event', 'ping'), ('entry', None)), models.Q(models.Q(('event', 'ping'), _negated=True), models.Q(('entry', None), _negated=True)), _connector='OR'), name='delivery_of_a_version_or_a_ping', violation_error_message='A webhook is told of a version, or it is a ping.'),
        ),
        migrations.AddConstraint(
            model_name='webhookdelivery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('next_at__isnull', False), ('stage', 'waiting')), models.Q(models.Q(('stage', 'waiting'), _negated=True), ('next_at', None)), _connector='OR'), name='delivery_waits_for_a_moment', violation_error_message='What waits has a moment at which it is tried, and nothing else has.'),
        ),
        migrations.AddConstraint(
            model_name='webhookattempt',
            constraint=models.UniqueConstraint(fields=('delivery', 'number'), name='attempt_once', violation_error_message='This attempt is being made already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhookevent',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'History is never emptied: %', TG_TABLE_NAME;", hash='37c518ccecfc8b2028ba42d411d36ad479a802c4', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_03283', table='incidents_webhookevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='webhookevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a91ce9466a08ebdc939580d984e4fed394c5f46c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_97198', table='incidents_webhookevent', when='BEFORE')),
        ),
    ]
