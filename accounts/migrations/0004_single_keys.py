from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_counters")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="single_keys",
            field=models.CharField(
                choices=[
                    ("alone", "The key alone, such as j"),
                    ("alt", "The key together with Alt, such as Alt j"),
                    ("off", "No such keys"),
                ],
                db_default="alone",
                default="alone",
                editable=False,
                max_length=5,
                verbose_name="single keys",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(single_keys__in=["alone", "alt", "off"]),
                name="user_single_keys_known",
                violation_error_message="Choose how you want single keys from the list.",
            ),
        ),
    ]
