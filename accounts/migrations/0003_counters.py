"""The table behind the shared cache, in which the limits on sign-in are counted; Django's cache keeps its columns."""

from django.db import migrations

CREATE = """
CREATE TABLE accounts_counter (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX accounts_counter_expires ON accounts_counter (expires);
"""
DROP = "DROP TABLE accounts_counter;"


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_invitations_and_keys")]

    operations = [migrations.RunSQL(CREATE, DROP)]
