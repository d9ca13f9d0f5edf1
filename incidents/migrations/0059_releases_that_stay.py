"""Let a release be named with dots, follow another, and say whether it is demonstration data."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0058_kept_answers'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='releasefile',
            options={'ordering': ['pk']},
        ),
        migrations.AddField(
            model_name='release',
            name='demonstration',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='release',
            name='previous',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='next', to='incidents.release'),
        ),
        migrations.AlterField(
            model_name='release',
            name='cut_off',
            field=models.DateTimeField(unique=True),
        ),
        migrations.AlterField(
            model_name='release',
            name='tag',
            field=models.CharField(max_length=40, unique=True),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(('tag__regex', '^[0-9a-z]+([.-][0-9a-z]+)*$')), name='release_tag_well_formed', violation_error_message='A tag is made of small letters and digits, with single dots or hyphens.'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(('log_head__regex', '^[0-9a-f]{64}$'), ('log_size__gte', 1)), name='release_of_some_log', violation_error_message="A release is of at least one entry and names the log's head as a SHA-256."),
        ),
        migrations.AddConstraint(
            model_name='releasefile',
            constraint=models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='release_file_sha256', violation_error_message='A SHA-256 has 64 hexadecimal digits.'),
        ),
    ]
