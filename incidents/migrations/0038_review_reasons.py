"""Say in terms of a list why a review sent something back."""

import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0037_queue_and_notices'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='review',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='review',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='review',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='review',
            name='reasons',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('source_missing', 'Source missing'), ('figure_unsupported', 'Figure not supported by its quote'), ('attribution_overstated', 'Attribution overstated'), ('place_too_precise', 'Place too precise'), ('wording', 'Wording'), ('duplicate', 'Duplicate'), ('other', 'Other')], max_length=24), blank=True, default=list, size=None),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='reasons',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('source_missing', 'Source missing'), ('figure_unsupported', 'Figure not supported by its quote'), ('attribution_overstated', 'Attribution overstated'), ('place_too_precise', 'Place too precise'), ('wording', 'Wording'), ('duplicate', 'Duplicate'), ('other', 'Other')], max_length=24), blank=True, default=list, size=None),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_reviewevent" ("content_sha256", "decided_at", "id", "incident_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "requested_at", "requested_by_id", "reviewer_id", "revision", "verdict") SELECT new_values."content_sha256", new_values."decided_at", new_values."id", new_values."incident_id", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reasons", new_values."requested_at", new_values."requested_by_id", new_values."reviewer_id", new_values."revision", new_values."verdict" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='76a79e67bfaa005e7e54b615f058eec37118af09', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bee25', referencing='REFERENCING NEW TABLE AS new_values ', table='incidents_review', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_reviewevent" ("content_sha256", "decided_at", "id", "incident_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "requested_at", "requested_by_id", "reviewer_id", "revision", "verdict") SELECT new_values."content_sha256", new_values."decided_at", new_values."id", new_values."incident_id", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reasons", new_values."requested_at", new_values."requested_by_id", new_values."reviewer_id", new_values."revision", new_values."verdict" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d2f6fb2d0b6cf4973ba5ebe1253e17a5fa692d24', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_97ad8', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='incidents_review', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "incidents_reviewevent" ("content_sha256", "decided_at", "id", "incident_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "requested_at", "requested_by_id", "reviewer_id", "revision", "verdict") SELECT old_values."content_sha256", old_values."decided_at", old_values."id", old_values."incident_id", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reasons", old_values."requested_at", old_values."requested_by_id", old_values."reviewer_id", old_values."revision", old_values."verdict" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='25df6b7f43da9a635a7f3337e465b76cc6f68eae', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_17dec', referencing='REFERENCING OLD TABLE AS old_values ', table='incidents_review', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('reasons__contained_by', ['source_missing', 'figure_unsupported', 'attribution_overstated', 'place_too_precise', 'wording', 'duplicate', 'other'])), name='review_reasons_are_known', violation_error_message='Choose reasons from the list.'),
        ),
    ]
