-- Where the things stand that published documents hold is added to and never rewritten.

CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON record_element
    FOR EACH ROW EXECUTE FUNCTION attest_append_only();
CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON record_element
    FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only();
