-- Who has read a confidential source is only ever added to.
CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON incidents_sourcereading
    FOR EACH ROW EXECUTE FUNCTION attest_append_only();
CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON incidents_sourcereading
    FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only();
