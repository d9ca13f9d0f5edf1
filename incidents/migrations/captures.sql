-- A snapshot and its chain of custody are only ever added to.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['incidents_capture', 'incidents_custodyevent'] LOOP
        EXECUTE format('CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON %I
                        FOR EACH ROW EXECUTE FUNCTION attest_append_only()', name);
        EXECUTE format('CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only()', name);
    END LOOP;
END $$;
