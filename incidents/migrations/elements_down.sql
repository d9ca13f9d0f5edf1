DROP TRIGGER attest_append_only ON record_element;
DROP TRIGGER attest_no_truncate ON record_element;
