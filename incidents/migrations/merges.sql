-- What was merged stays merged on record.

CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON incidents_publishermerge
    FOR EACH ROW EXECUTE FUNCTION attest_append_only();
CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON incidents_publishermerge
    FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only();
CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON incidents_placemerge
    FOR EACH ROW EXECUTE FUNCTION attest_append_only();
CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON incidents_placemerge
    FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only();
