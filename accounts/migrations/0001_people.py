import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='UserEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('display_name', models.CharField(help_text='How colleagues see this person.', max_length=120, verbose_name='name')),
                ('role', models.CharField(choices=[('contributor', 'Contributor'), ('editor', 'Editor'), ('reviewer', 'Reviewer'), ('publisher', 'Publisher'), ('senior', 'Senior editor'), ('administrator', 'Administrator')], default='contributor', max_length=20, verbose_name='role')),
                ('is_active', models.BooleanField(default=True, help_text='Somebody who is not active cannot sign in and holds no role.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='joined')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('display_name', models.CharField(help_text='How colleagues see this person.', max_length=120, verbose_name='name')),
                ('role', models.CharField(choices=[('contributor', 'Contributor'), ('editor', 'Editor'), ('reviewer', 'Reviewer'), ('publisher', 'Publisher'), ('senior', 'Senior editor'), ('administrator', 'Administrator')], default='contributor', max_length=20, verbose_name='role')),
                ('is_active', models.BooleanField(default=True, help_text='Somebody who is not active cannot sign in and holds no role.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='joined')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ['display_name', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('email',), name='user_email_unique', violation_error_message='Somebody with this e-mail address is already registered.'), models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='user_email_lower_case', violation_error_message='Write the e-mail address in lower case.'), models.CheckConstraint(condition=models.Q(('role__in', ['contributor', 'editor', 'reviewer', 'publisher', 'senior', 'administrator'])), name='user_role_known', violation_error_message='This is not one of the roles people can hold.'), models.CheckConstraint(condition=models.Q(models.Q(('display_name', ''), _negated=True), ('display_name', django.db.models.functions.text.Trim('display_name'))), name='user_name_present', violation_error_message='Write a name, without spaces before or after it.')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userevent" ("date_joined", "display_name", "email", "id", "is_active", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."date_joined", new_values."display_name", new_values."email", new_values."id", new_values."is_active", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='525bb937c9d44164b5f36bfcfb98d01c73710cf6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3867c', referencing='REFERENCING NEW TABLE AS new_values ', table='accounts_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userevent" ("date_joined", "display_name", "email", "id", "is_active", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."date_joined", new_values."display_name", new_values."email", new_values."id", new_values."is_active", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."date_joined" IS DISTINCT FROM (new_values."date_joined") OR old_values."display_name" IS DISTINCT FROM (new_values."display_name") OR old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."role" IS DISTINCT FROM (new_values."role")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0b57c2b7eda7aa9fe8507974455dc436a69cffbf', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0e890', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='accounts_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_userevent" ("date_joined", "display_name", "email", "id", "is_active", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT old_values."date_joined", old_values."display_name", old_values."email", old_values."id", old_values."is_active", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='88eca84cc5d6e1ae0e4dba12260f98330e59472d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_19f14', referencing='REFERENCING OLD TABLE AS old_values ', table='accounts_user', when='AFTER')),
        ),
        migrations.AddField(
            model_name='userevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='userevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='userevent',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'History is never emptied: %', TG_TABLE_NAME;", hash='9175b7e63b37d3df9b9d17516cd7ebecd8ba81c1', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_bcf41', table='accounts_userevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='userevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9e9498e73f6fbdf2642fb33fa14189f1ad2382c8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_45b21', table='accounts_userevent', when='BEFORE')),
        ),
    ]
