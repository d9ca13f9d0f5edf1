DROP TRIGGER attest_guard_released_log ON record_log_entry;
DROP FUNCTION attest_guard_released_log();
DROP TRIGGER attest_guard_release ON record_release;
DROP FUNCTION attest_guard_release();
