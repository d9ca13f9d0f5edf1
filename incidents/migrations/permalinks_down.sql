DROP TRIGGER attest_guard_permalink ON record_permalink;
DROP TRIGGER attest_append_only ON record_permalink;
DROP TRIGGER attest_no_truncate ON record_permalink;
DROP FUNCTION attest_guard_permalink();
