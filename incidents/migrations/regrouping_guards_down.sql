DROP TRIGGER attest_guard_announced ON record_version;
DROP FUNCTION attest_guard_announced();
DROP TRIGGER attest_guard_merged ON incidents_incident;
DROP FUNCTION attest_guard_merged();
DROP TRIGGER attest_guard_regrouping ON incidents_regrouping;
DROP FUNCTION attest_guard_regrouping();
DROP TRIGGER attest_append_only ON incidents_regrouping;
DROP TRIGGER attest_append_only ON incidents_moveditem;
DROP TRIGGER attest_append_only ON incidents_undoing;
DROP TRIGGER attest_no_truncate ON incidents_regrouping;
DROP TRIGGER attest_no_truncate ON incidents_moveditem;
DROP TRIGGER attest_no_truncate ON incidents_undoing;

-- As guards.sql has them.
CREATE OR REPLACE FUNCTION attest_wrote(incident bigint, person bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    WITH last AS (
        SELECT coalesce(max(revision), 0) AS revision, coalesce(max(published_at), '-infinity') AS at
        FROM incidents_publication WHERE incident_id = incident
    )
    SELECT EXISTS (SELECT 1 FROM incidents_contribution c, last
                   WHERE c.incident_id = incident AND c.by_id = person AND c.revision > last.revision)
        OR EXISTS (SELECT 1 FROM incidents_incident i, last
                   WHERE i.id = incident AND i.created_by_id = person AND last.revision = 0)
        OR EXISTS (SELECT 1 FROM incidents_assertion a, last
                   WHERE a.incident_id = incident AND a.recorded_by_id = person AND a.recorded_at > last.at)
        OR EXISTS (SELECT 1 FROM incidents_citation c JOIN incidents_assertion a ON a.id = c.assertion_id, last
                   WHERE a.incident_id = incident AND c.recorded_by_id = person AND c.recorded_at > last.at)
$$;

CREATE OR REPLACE FUNCTION attest_guard_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last integer;
BEGIN
    SELECT coalesce(max(number), 0) INTO last FROM record_version WHERE public_id = NEW.public_id;
    IF NEW.number <> last + 1 THEN
        RAISE EXCEPTION 'Version % of % does not follow version %', NEW.number, NEW.public_id, last
            USING ERRCODE = 'check_violation', CONSTRAINT = 'version_numbers_without_gap';
    END IF;
    IF NEW.kind IN ('withdrawal', 'merge') THEN
        IF NOT EXISTS (SELECT 1 FROM incidents_incident i
                       WHERE i.public_id = NEW.public_id AND i.state IN ('withdrawn', 'merged')) THEN
            RAISE EXCEPTION 'A tombstone follows a withdrawal or a merge' USING ERRCODE = 'check_violation',
                CONSTRAINT = 'version_tombstone_follows_decision';
        END IF;
    ELSIF NOT EXISTS (
        SELECT 1 FROM incidents_incident i JOIN incidents_approval a ON a.incident_id = i.id
        WHERE i.public_id = NEW.public_id AND i.state = 'approved' AND a.revision = i.revision
          AND a.content_sha256 = NEW.content_sha256 AND a.lapsed_at IS NULL) THEN
        RAISE EXCEPTION 'A version is published only as it was approved' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'version_published_as_approved';
    END IF;
    RETURN NEW;
END $$;

DROP FUNCTION attest_survivor(bigint);
DROP FUNCTION attest_standing_merge(bigint);
