DROP TRIGGER attest_append_only ON record_name;
DROP TRIGGER attest_no_truncate ON record_name;
