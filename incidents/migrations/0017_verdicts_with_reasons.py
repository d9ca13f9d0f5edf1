"""A verdict that is another than the sources add up to has a public reason."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0016_report_answers_are_kept'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='assertion',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='assertion',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='assertion',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='assertion',
            name='verification_reason',
            field=models.CharField(blank=True, max_length=300, verbose_name='why our verdict is another'),
        ),
        migrations.AddField(
            model_name='assertionevent',
            name='verification_reason',
            field=models.CharField(blank=True, max_length=300, verbose_name='why our verdict is another'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assertion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_assertionevent" ("confidence", "credibility", "id", "incident_id", "kind", "modality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "polarity", "rationale", "recorded_at", "recorded_by_id", "role", "supersedes_id", "uid", "verification", "verification_reason") SELECT new_values."confidence", new_values."credibility", new_values."id", new_values."incident_id", new_values."kind", new_values."modality", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."polarity", new_values."rationale", new_values."recorded_at", new_values."recorded_by_id", new_values."role", new_values."supersedes_id", new_values."uid", new_values."verification", new_values."verification_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3a0f9999213634a3d63004c101bacdd7821c25cb', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_cb460', referencing='REFERENCING NEW TABLE AS new_values ', table='incidents_assertion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assertion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_assertionevent" ("confidence", "credibility", "id", "incident_id", "kind", "modality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "polarity", "rationale", "recorded_at", "recorded_by_id", "role", "supersedes_id", "uid", "verification", "verification_reason") SELECT new_values."confidence", new_values."credibility", new_values."id", new_values."incident_id", new_values."kind", new_values."modality", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."polarity", new_values."rationale", new_values."recorded_at", new_values."recorded_by_id", new_values."role", new_values."supersedes_id", new_values."uid", new_values."verification", new_values."verification_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d8dfc67b190797f17196d68764cc2fb42839b268', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_668c3', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='incidents_assertion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assertion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_assertionevent" ("confidence", "credibility", "id", "incident_id", "kind", "modality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "polarity", "rationale", "recorded_at", "recorded_by_id", "role", "supersedes_id", "uid", "verification", "verification_reason") SELECT old_values."confidence", old_values."credibility", old_values."id", old_values."incident_id", old_values."kind", old_values."modality", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."polarity", old_values."rationale", old_values."recorded_at", old_values."recorded_by_id", old_values."role", old_values."supersedes_id", old_values."uid", old_values."verification", old_values."verification_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ae3660be6f237ab04428e384e1398a57e1225309', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f43bd', referencing='REFERENCING OLD TABLE AS old_values ', table='incidents_assertion', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='assertion',
            constraint=models.CheckConstraint(condition=models.Q(('verification__in', ['unreviewed', 'withdrawn']), models.Q(('verification_reason', ''), _negated=True), _connector='OR'), name='assertion_verdict_has_reason', violation_error_message='Say why our verdict is another than the sources add up to.'),
        ),
    ]
