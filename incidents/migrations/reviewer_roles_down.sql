DROP TRIGGER attest_guard_reviewer_roles ON record_version;
DROP FUNCTION attest_guard_reviewer_roles();
