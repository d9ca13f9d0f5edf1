DROP FUNCTION attest_guard_checkpoint() CASCADE;
DROP FUNCTION attest_guard_log_tree() CASCADE;
DROP FUNCTION attest_guard_log_node() CASCADE;
DROP TRIGGER attest_append_only ON record_log_node;
DROP TRIGGER attest_no_truncate ON record_log_node;
DROP TRIGGER attest_append_only ON record_checkpoint;
DROP TRIGGER attest_no_truncate ON record_checkpoint;
