"""Keep filters and columns of the queue, bulk actions, and what people are told of; find incidents by title."""


import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0036_map_index_of_the_present'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BulkAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('assign', 'Assign'), ('unassign', 'Take away from whoever has it')], max_length=8)),
                ('reason', models.CharField(max_length=500, verbose_name='reason')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='BulkActionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(choices=[('assign', 'Assign'), ('unassign', 'Take away from whoever has it')], max_length=8)),
                ('reason', models.CharField(max_length=500, verbose_name='reason')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BulkRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('done', models.BooleanField(default=False)),
                ('why_not', models.CharField(blank=True, max_length=300)),
                ('undone', models.BooleanField(default=False)),
                ('why_kept', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='BulkRowEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('done', models.BooleanField(default=False)),
                ('why_not', models.CharField(blank=True, max_length=300)),
                ('undone', models.BooleanField(default=False)),
                ('why_kept', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Follow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.CharField(choices=[('assigned', 'An incident was assigned to you'), ('review_asked', 'An incident waits for review'), ('mentioned', 'You were mentioned in a comment'), ('changes_requested', 'Changes were requested of an incident that is yours or that you follow'), ('approved', 'An incident that is yours or that you follow was approved'), ('edited', 'An incident that is yours or that you follow was edited by somebody else'), ('quote_missing', 'A quote is no longer found in its source'), ('report_received', 'A reader reported an error')], max_length=18)),
                ('key', models.CharField(max_length=120)),
                ('reference', models.CharField(blank=True, max_length=11)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('pace', models.CharField(choices=[('immediate', 'At once'), ('daily', 'Once a day'), ('off', 'Not at all')], max_length=9)),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('mailed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='NoticeChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.CharField(choices=[('assigned', 'An incident was assigned to you'), ('review_asked', 'An incident waits for review'), ('mentioned', 'You were mentioned in a comment'), ('changes_requested', 'Changes were requested of an incident that is yours or that you follow'), ('approved', 'An incident that is yours or that you follow was approved'), ('edited', 'An incident that is yours or that you follow was edited by somebody else'), ('quote_missing', 'A quote is no longer found in its source'), ('report_received', 'A reader reported an error')], max_length=18)),
                ('pace', models.CharField(choices=[('immediate', 'At once'), ('daily', 'Once a day'), ('off', 'Not at all')], max_length=9)),
            ],
            options={
                'ordering': ['person', 'event'],
            },
        ),
        migrations.CreateModel(
            name='QueueColumns',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('columns', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('next', 'What you can do'), ('state', 'State'), ('where_when', 'When and where'), ('killed', 'Killed'), ('wounded', 'Wounded'), ('attack', 'Attack type'), ('assigned', 'Assigned to'), ('author', 'Logged by'), ('logged', 'Logged'), ('changed', 'Changed')], max_length=12), blank=True, default=list, size=None)),
            ],
        ),
        migrations.CreateModel(
            name='SavedFilter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('query', models.CharField(blank=True, max_length=2000, verbose_name='query')),
                ('shared', models.BooleanField(default=False, verbose_name='shared')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.AddIndex(
            model_name='incident',
            index=models.Index(fields=['-changed_at', '-id'], name='incident_by_change'),
        ),
        migrations.AddIndex(
            model_name='incident',
            index=models.Index(fields=['state', 'assigned_to', 'published_number', 'changed_at', 'created_by'], name='incident_by_tab'),
        ),
        migrations.AddIndex(
            model_name='incident',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('title'), name='gin_trgm_ops'), name='incident_by_title'),
        ),
        migrations.AddField(
            model_name='bulkaction',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bulk_actions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='bulkaction',
            name='to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='bulkaction',
            name='undone_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='bulkactionevent',
            name='by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='bulkactionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='bulkactionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='incidents.bulkaction'),
        ),
        migrations.AddField(
            model_name='bulkactionevent',
            name='to',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='bulkactionevent',
            name='undone_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='bulkrow',
            name='before',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='bulkrow',
            name='bulk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='incidents.bulkaction'),
        ),
        migrations.AddField(
            model_name='bulkrow',
            name='incident',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bulk_rows', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='bulkrowevent',
            name='before',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='bulkrowevent',
            name='bulk',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='incidents.bulkaction'),
        ),
        migrations.AddField(
            model_name='bulkrowevent',
            name='incident',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='bulkrowevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='bulkrowevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='incidents.bulkrow'),
        ),
        migrations.AddField(
            model_name='follow',
            name='incident',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follows', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='follow',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follows', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='notice',
            name='by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='notice',
            name='incident',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='notice',
            name='recipient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='noticechoice',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notice_choices', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='queuecolumns',
            name='person',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='queue_columns', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='savedfilter',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_filters', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='bulkaction',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['assign', 'unassign'])), name='bulk_kind_known', violation_error_message='In bulk, work is given to people and nothing else is done.'),
        ),
        migrations.AddConstraint(
            model_name='bulkaction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'assign'), ('to__isnull', False)), models.Q(('kind', 'unassign'), ('to__isnull', True)), _connector='OR'), name='bulk_assigns_to_somebody', violation_error_message='Say to whom the incidents are given.'),
        ),
        migrations.AddConstraint(
            model_name='bulkaction',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='bulk_has_reason', violation_error_message='Say why: colleagues read it.'),
        ),
        migrations.AddConstraint(
            model_name='bulkaction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', True), ('undone_by__isnull', True)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='bulk_undone_by_somebody', violation_error_message='Say who took it back.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkaction',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_bulkactionevent" ("at", "by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_id", "uid", "undone_at", "undone_by_id") SELECT new_values."at", new_values."by_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."to_id", new_values."uid", new_values."undone_at", new_values."undone_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='37c27feda9c90e8cf5818167d6215f87c264590a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2c1eb', referencing='REFERENCING NEW TABLE AS new_values ', table='incidents_bulkaction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkaction',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_bulkactionevent" ("at", "by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_id", "uid", "undone_at", "undone_by_id") SELECT new_values."at", new_values."by_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."to_id", new_values."uid", new_values."undone_at", new_values."undone_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d4b7f4e6e75fa6fb23a61aaac733e94f1dc486be', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5420d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='incidents_bulkaction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkaction',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_bulkactionevent" ("at", "by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_id", "uid", "undone_at", "undone_by_id") SELECT old_values."at", old_values."by_id", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."to_id", old_values."uid", old_values."undone_at", old_values."undone_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a23ef8e6010431deac06fa711943c5e6a7cbf5f5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_21ac3', referencing='REFERENCING OLD TABLE AS old_values ', table='incidents_bulkaction', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkactionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3aead7b532205d6bbfbca397b44a034469a0c158', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_da358', table='incidents_bulkactionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='bulkrow',
            constraint=models.UniqueConstraint(fields=('bulk', 'incident'), name='bulk_row_once', violation_error_message='This incident is chosen already.'),
        ),
        migrations.AddConstraint(
            model_name='bulkrow',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done', True), ('why_not', '')), models.Q(('done', False), ('undone', False), models.Q(('why_not', ''), _negated=True)), _connector='OR'), name='bulk_row_done_or_why_not', violation_error_message='A row is done, or says why not.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkrow',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_bulkrowevent" ("before_id", "bulk_id", "done", "id", "incident_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone", "why_kept", "why_not") SELECT new_values."before_id", new_values."bulk_id", new_values."done", new_values."id", new_values."incident_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."undone", new_values."why_kept", new_values."why_not" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='02bc26d7b480782ab6d78bc6f4a9d40bd17a4f67', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_d8efa', referencing='REFERENCING NEW TABLE AS new_values ', table='incidents_bulkrow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkrow',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_bulkrowevent" ("before_id", "bulk_id", "done", "id", "incident_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone", "why_kept", "why_not") SELECT new_values."before_id", new_values."bulk_id", new_values."done", new_values."id", new_values."incident_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."undone", new_values."why_kept", new_values."why_not" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='552a0795647669a09c3201de83aa00a43dfcd7df', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_f52c4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='incidents_bulkrow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkrow',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_bulkrowevent" ("before_id", "bulk_id", "done", "id", "incident_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone", "why_kept", "why_not") SELECT old_values."before_id", old_values."bulk_id", old_values."done", old_values."id", old_values."incident_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."undone", old_values."why_kept", old_values."why_not" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='924aa0fe843a8c12fdc9beef8b78df0bbc054b3c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0e695', referencing='REFERENCING OLD TABLE AS old_values ', table='incidents_bulkrow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bulkrowevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='628f03e5f43860a491fa1beec857e11011668791', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_646bf', table='incidents_bulkrowevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='follow',
            constraint=models.UniqueConstraint(fields=('person', 'incident'), name='follow_once', violation_error_message='You follow this incident already.'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('read_at__isnull', True)), fields=['recipient'], name='notice_unread'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(fields=['recipient', '-id'], name='notice_by_recipient'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('claimed_at__isnull', True), ('pace', 'daily'), ('read_at__isnull', True)), fields=['recipient'], name='notice_for_digest'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.UniqueConstraint(fields=('recipient', 'key'), name='notice_once', violation_error_message='This person was told of it already.'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('mailed_at__isnull', True), ('mailed_at__gte', models.F('claimed_at')), _connector='OR'), name='notice_mailed_after_claim', violation_error_message='An e-mail is claimed before it is sent.'),
        ),
        migrations.AddConstraint(
            model_name='noticechoice',
            constraint=models.UniqueConstraint(fields=('person', 'event'), name='notice_choice_once', violation_error_message='This is chosen already.'),
        ),
        migrations.AddConstraint(
            model_name='noticechoice',
            constraint=models.CheckConstraint(condition=models.Q(('event__in', ['assigned', 'review_asked', 'mentioned', 'changes_requested', 'approved', 'edited', 'quote_missing', 'report_received']), ('pace__in', ['immediate', 'daily', 'off'])), name='notice_choice_known', violation_error_message='Choose at once, once a day, or not at all.'),
        ),
        migrations.AddConstraint(
            model_name='queuecolumns',
            constraint=models.CheckConstraint(condition=models.Q(('columns__contained_by', ['next', 'state', 'where_when', 'killed', 'wounded', 'attack', 'assigned', 'author', 'logged', 'changed'])), name='queue_columns_known', violation_error_message='The queue has no such column.'),
        ),
        migrations.AddConstraint(
            model_name='savedfilter',
            constraint=models.UniqueConstraint(fields=('owner', 'name'), name='saved_filter_name_once', violation_error_message='You have a filter of this name already. Choose another name.'),
        ),
        migrations.AddConstraint(
            model_name='savedfilter',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='saved_filter_named', violation_error_message='Give the filter a name.'),
        ),
    ]
