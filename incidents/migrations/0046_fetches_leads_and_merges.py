"""Pages to be fetched, feeds with their leads, and which publishers and places were merged into which."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0045_second_coding_is_kept'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Feed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('outlet', models.CharField(max_length=200, verbose_name='publisher')),
                ('address', models.URLField(max_length=1000, verbose_name='address')),
                ('paused', models.BooleanField(default=False, verbose_name='paused')),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['outlet', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='FeedEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('outlet', models.CharField(max_length=200, verbose_name='publisher')),
                ('address', models.URLField(max_length=1000, verbose_name='address')),
                ('paused', models.BooleanField(default=False, verbose_name='paused')),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('added_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='incidents.feed')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FeedState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('polled_at', models.DateTimeField(blank=True, null=True)),
                ('succeeded_at', models.DateTimeField(blank=True, null=True)),
                ('due_at', models.DateTimeField(auto_now_add=True)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('problem', models.CharField(blank=True, max_length=500)),
                ('etag', models.CharField(blank=True, max_length=200)),
                ('last_modified', models.CharField(blank=True, max_length=60)),
                ('feed', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='state', to='incidents.feed')),
            ],
        ),
        migrations.CreateModel(
            name='Fetch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('address', models.URLField(max_length=1000, verbose_name='address')),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
                ('stage', models.CharField(choices=[('waiting', 'Waiting for the worker'), ('running', 'Being fetched'), ('fetched', 'Fetched'), ('refused', 'Not fetched')], default='waiting', max_length=8, verbose_name='stage')),
                ('started_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('final_address', models.URLField(blank=True, max_length=1000, verbose_name='fetched from')),
                ('sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256')),
                ('why', models.CharField(blank=True, max_length=500, verbose_name='why not')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fetches', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='HostVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('host', models.CharField(max_length=255)),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('host',), name='host_visit_once', violation_error_message='This site is known already.')],
            },
        ),
        migrations.CreateModel(
            name='Lead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('address', models.URLField(max_length=1000, verbose_name='address')),
                ('title', models.CharField(max_length=400, verbose_name='title')),
                ('outlet', models.CharField(max_length=200, verbose_name='publisher')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='published on')),
                ('found_at', models.DateTimeField(auto_now_add=True)),
                ('stage', models.CharField(choices=[('new', 'New'), ('taken', 'Taken'), ('dismissed', 'Dismissed')], default='new', max_length=9, verbose_name='stage')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('feed', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='leads', to='incidents.feed')),
            ],
            options={
                'ordering': ['-published_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='LeadEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('address', models.URLField(max_length=1000, verbose_name='address')),
                ('title', models.CharField(max_length=400, verbose_name='title')),
                ('outlet', models.CharField(max_length=200, verbose_name='publisher')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='published on')),
                ('found_at', models.DateTimeField(auto_now_add=True)),
                ('stage', models.CharField(choices=[('new', 'New'), ('taken', 'Taken'), ('dismissed', 'Dismissed')], default='new', max_length=9, verbose_name='stage')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('feed', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='incidents.feed')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='incidents.lead')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlaceMerge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('moved', models.JSONField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('loser', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='merge', to='incidents.place')),
                ('survivor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absorbed', to='incidents.place')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='PublisherMerge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('moved', models.JSONField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('loser', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='merge', to='incidents.publisher')),
                ('survivor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absorbed', to='incidents.publisher')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='feed',
            constraint=models.UniqueConstraint(fields=('address',), name='feed_address_once', violation_error_message='The desk follows this feed already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feed',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_feedevent" ("added_at", "added_by_id", "address", "id", "outlet", "paused", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT new_values."added_at", new_values."added_by_id", new_values."address", new_values."id", new_values."outlet", new_values."paused", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."uid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='46faf0faf5912c0b41343ab848c04190c45cdf86', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_e86f6', referencing='REFERENCING NEW TABLE AS new_values ', table='incidents_feed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feed',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_feedevent" ("added_at", "added_by_id", "address", "id", "outlet", "paused", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT new_values."added_at", new_values."added_by_id", new_values."address", new_values."id", new_values."outlet", new_values."paused", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."uid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5b2946cac80a4095ee5dfaadc44c6a62e7844134', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_49001', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='incidents_feed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feed',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_feedevent" ("added_at", "added_by_id", "address", "id", "outlet", "paused", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT old_values."added_at", old_values."added_by_id", old_values."address", old_values."id", old_values."outlet", old_values."paused", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."uid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cec14ecb147405a0b684f2d0b990034938dcc74c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a7648', referencing='REFERENCING OLD TABLE AS old_values ', table='incidents_feed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feedevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='431f07655e930a4b64f1d45e58706d2eac1620af', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6dd84', table='incidents_feedevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='feedstate',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('failures', 0), ('problem', '')), models.Q(('failures__gt', 0), models.Q(('problem', ''), _negated=True)), _connector='OR'), name='feed_state_of_failure', violation_error_message='A feed that could not be read has a reason.'),
        ),
        migrations.AddIndex(
            model_name='fetch',
            index=models.Index(fields=['asked_by', 'sha256'], name='fetch_of_person'),
        ),
        migrations.AddConstraint(
            model_name='fetch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'fetched'), _negated=True), models.Q(('sha256__regex', '^[0-9a-f]{64}$'), models.Q(('final_address', ''), _negated=True)), _connector='OR'), name='fetch_says_what_came', violation_error_message='What was fetched has an address and a SHA-256.'),
        ),
        migrations.AddConstraint(
            model_name='fetch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'refused'), _negated=True), models.Q(('why', ''), _negated=True), _connector='OR'), name='fetch_says_why_not', violation_error_message='What was not fetched has a reason.'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(fields=['stage', '-published_on', '-id'], name='lead_stage'),
        ),
        migrations.AddConstraint(
            model_name='lead',
            constraint=models.UniqueConstraint(fields=('address',), name='lead_once', violation_error_message='This address is a lead already.'),
        ),
        migrations.AddConstraint(
            model_name='lead',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_by', None), ('stage', 'new')), models.Q(models.Q(('stage', 'new'), _negated=True), models.Q(('decided_by', None), _negated=True)), _connector='OR'), name='lead_decided_by_somebody', violation_error_message='A lead is new until somebody decides.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lead',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_leadevent" ("address", "decided_at", "decided_by_id", "feed_id", "found_at", "id", "outlet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "stage", "title", "uid") SELECT new_values."address", new_values."decided_at", new_values."decided_by_id", new_values."feed_id", new_values."found_at", new_values."id", new_values."outlet", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_on", new_values."stage", new_values."title", new_values."uid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b53446de2fdd937668ceebd27cd97f40b8318db4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_16bca', referencing='REFERENCING NEW TABLE AS new_values ', table='incidents_lead', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lead',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_leadevent" ("address", "decided_at", "decided_by_id", "feed_id", "found_at", "id", "outlet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "stage", "title", "uid") SELECT new_values."address", new_values."decided_at", new_values."decided_by_id", new_values."feed_id", new_values."found_at", new_values."id", new_values."outlet", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_on", new_values."stage", new_values."title", new_values."uid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='127873860fd314a9f50b10a6981b0774c326801d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7e52f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='incidents_lead', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lead',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_leadevent" ("address", "decided_at", "decided_by_id", "feed_id", "found_at", "id", "outlet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "stage", "title", "uid") SELECT old_values."address", old_values."decided_at", old_values."decided_by_id", old_values."feed_id", old_values."found_at", old_values."id", old_values."outlet", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_on", old_values."stage", old_values."title", old_values."uid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='5e7e2598cfbfd27bd9d62ab542a90246b4ac5e7a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1aee7', referencing='REFERENCING OLD TABLE AS old_values ', table='incidents_lead', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='leadevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d817c9119580de8e596c50b70de759fbe53f6103', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ac6dc', table='incidents_leadevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='placemerge',
            constraint=models.CheckConstraint(condition=models.Q(('loser', models.F('survivor')), _negated=True), name='place_merge_of_two', violation_error_message='A place is not merged into itself.'),
        ),
        migrations.AddConstraint(
            model_name='placemerge',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='place_merge_has_reason', violation_error_message='Say why the two are one.'),
        ),
        migrations.AddConstraint(
            model_name='publishermerge',
            constraint=models.CheckConstraint(condition=models.Q(('loser', models.F('survivor')), _negated=True), name='publisher_merge_of_two', violation_error_message='A publisher is not merged into itself.'),
        ),
        migrations.AddConstraint(
            model_name='publishermerge',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='publisher_merge_has_reason', violation_error_message='Say why the two are one.'),
        ),
    ]
