-- The public answers to reported errors are added to and never rewritten.

CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON record_report_outcome
    FOR EACH ROW EXECUTE FUNCTION attest_append_only();
CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON record_report_outcome
    FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only();
