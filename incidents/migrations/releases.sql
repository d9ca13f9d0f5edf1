-- What a release froze stays so: releases follow one another, and the log never grows behind the cut-off of one.

CREATE FUNCTION attest_guard_release() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE newest record_release;
BEGIN
    SELECT * INTO newest FROM record_release ORDER BY cut_off DESC LIMIT 1;
    IF newest.id IS DISTINCT FROM NEW.previous_id THEN
        RAISE EXCEPTION 'A release follows the newest one' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'release_follows_the_newest';
    END IF;
    IF NEW.cut_off <= newest.cut_off THEN
        RAISE EXCEPTION 'A release is cut off after the one before it' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'release_cut_off_after_previous';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER attest_guard_release BEFORE INSERT ON record_release
    FOR EACH ROW EXECUTE FUNCTION attest_guard_release();

CREATE FUNCTION attest_guard_released_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM record_release WHERE cut_off >= NEW.appended_at) THEN
        RAISE EXCEPTION 'The record was released as it stood after %', NEW.appended_at
            USING ERRCODE = 'check_violation', CONSTRAINT = 'log_entry_after_releases';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER attest_guard_released_log BEFORE INSERT ON record_log_entry
    FOR EACH ROW EXECUTE FUNCTION attest_guard_released_log();
