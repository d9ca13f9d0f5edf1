DROP TRIGGER attest_append_only ON record_report_outcome;
DROP TRIGGER attest_no_truncate ON record_report_outcome;
