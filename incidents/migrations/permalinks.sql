-- A short address leads to one query for ever: rows are added, and a code that is taken is refused to any other query.

CREATE FUNCTION attest_guard_permalink() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM record_permalink WHERE code = NEW.code AND query <> NEW.query) THEN
        RAISE EXCEPTION 'The code % leads to another query', NEW.code USING ERRCODE = 'unique_violation',
            CONSTRAINT = 'permalink_code_leads_to_one_query';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER attest_guard_permalink BEFORE INSERT ON record_permalink
    FOR EACH ROW EXECUTE FUNCTION attest_guard_permalink();
CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON record_permalink
    FOR EACH ROW EXECUTE FUNCTION attest_append_only();
CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON record_permalink
    FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only();
