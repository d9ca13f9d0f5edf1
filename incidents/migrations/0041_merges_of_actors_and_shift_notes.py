"""Keep which actors were merged into which, and the notes that a shift leaves."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0040_embargoes_are_kept'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ActorMerge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300, verbose_name='reason')),
                ('moved', models.JSONField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('loser', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='merge', to='incidents.actor')),
                ('survivor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absorbed', to='incidents.actor')),
            ],
            options={
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('loser', models.F('survivor')), _negated=True), name='actor_merge_of_two', violation_error_message='An actor is not merged into itself.'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='actor_merge_has_reason', violation_error_message='Say why the two are one.')],
            },
        ),
        migrations.CreateModel(
            name='ShiftNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=1000, verbose_name='note')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shift_notes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='shift_note_says_something', violation_error_message='Write the note.')],
            },
        ),
    ]
