"""Write the tree over the entries that a log already has, level by level. Going back leaves it: nothing is lost by it."""

from django.db import migrations

FILL = """
DO $$
DECLARE height integer := 1; written bigint;
BEGIN
    INSERT INTO record_log_node (level, index, hash)
    SELECT 1, l.position / 2,
           encode(sha256('\\x01'::bytea || decode(l.leaf_hash, 'hex') || decode(r.leaf_hash, 'hex')), 'hex')
    FROM record_log_entry l JOIN record_log_entry r ON r.position = l.position + 1
    WHERE l.position % 2 = 0
    ON CONFLICT DO NOTHING;
    LOOP
        INSERT INTO record_log_node (level, index, hash)
        SELECT height + 1, l.index / 2,
               encode(sha256('\\x01'::bytea || decode(l.hash, 'hex') || decode(r.hash, 'hex')), 'hex')
        FROM record_log_node l JOIN record_log_node r ON r.level = height AND r.index = l.index + 1
        WHERE l.level = height AND l.index % 2 = 0
        ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS written = ROW_COUNT;
        EXIT WHEN written = 0;
        height := height + 1;
    END LOOP;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("incidents", "0006_log_tree_guards")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
