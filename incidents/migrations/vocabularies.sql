-- What was merged stays merged on record, and what was noted stays noted.

CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON incidents_actormerge
    FOR EACH ROW EXECUTE FUNCTION attest_append_only();
CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON incidents_actormerge
    FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only();
CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON incidents_shiftnote
    FOR EACH ROW EXECUTE FUNCTION attest_append_only();
CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON incidents_shiftnote
    FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only();
