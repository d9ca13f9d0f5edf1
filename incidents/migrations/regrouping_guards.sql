-- Merges and splits: what always holds of them, also in raw SQL as the application's role.

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['incidents_regrouping', 'incidents_moveditem', 'incidents_undoing'] LOOP
        EXECUTE format('CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON %I
                        FOR EACH ROW EXECUTE FUNCTION attest_append_only()', name);
        EXECUTE format('CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only()', name);
    END LOOP;
END $$;

CREATE FUNCTION attest_guard_regrouping() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE source incidents_incident; target incidents_incident;
BEGIN
    SELECT * INTO source FROM incidents_incident WHERE id = NEW.source_id;
    SELECT * INTO target FROM incidents_incident WHERE id = NEW.target_id;
    IF source.state IN ('merged', 'withdrawn', 'rejected') OR target.state IN ('merged', 'withdrawn', 'rejected') THEN
        RAISE EXCEPTION 'Nothing is merged with, or split from, what is closed' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'regrouping_of_open_incidents';
    END IF;
    IF NEW.kind = 'merge' AND source.published_number > 0 AND target.published_number = 0 THEN
        RAISE EXCEPTION 'A public id leads to a public id' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'regrouping_public_into_public';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attest_guard_regrouping BEFORE INSERT ON incidents_regrouping
    FOR EACH ROW EXECUTE FUNCTION attest_guard_regrouping();

-- The merge that ended an incident and that nobody has undone.
CREATE FUNCTION attest_standing_merge(loser bigint) RETURNS SETOF incidents_regrouping LANGUAGE sql STABLE AS $$
    SELECT r.* FROM incidents_regrouping r
    WHERE r.source_id = loser AND r.kind = 'merge'
      AND NOT EXISTS (SELECT 1 FROM incidents_undoing u WHERE u.regrouping_id = r.id)
$$;

CREATE FUNCTION attest_guard_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'merged' AND NOT EXISTS (
        SELECT 1 FROM attest_standing_merge(NEW.id) r WHERE r.target_id = NEW.merged_into_id) THEN
        RAISE EXCEPTION 'Nothing is merged without a merge in the ledger' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'incident_merged_by_ledger';
    END IF;
    IF OLD.state = 'merged' AND NEW.state <> 'merged' AND EXISTS (SELECT 1 FROM attest_standing_merge(NEW.id)) THEN
        RAISE EXCEPTION 'A merge is undone before the incident comes back' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'incident_merge_undone_first';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attest_guard_merged BEFORE UPDATE OF state, merged_into_id ON incidents_incident
    FOR EACH ROW EXECUTE FUNCTION attest_guard_merged();

-- Did this person write anything that stands in the incident and that nobody has approved and published since? A
-- tombstone is published without an approval and ends nothing. Work came with a merge or a split from another incident,
-- and goes back with its undoing: each span of revisions counts.
CREATE OR REPLACE FUNCTION attest_wrote(incident bigint, person bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    WITH RECURSIVE last AS (
        SELECT coalesce(max(revision), 0) AS revision, coalesce(max(published_at), '-infinity') AS at
        FROM incidents_publication WHERE incident_id = incident AND approval_id IS NOT NULL
    ), work(id, above, upto) AS (
        SELECT incident, last.revision, 2147483647 FROM last
        UNION
        SELECT came.id, came.above, came.upto FROM work, LATERAL (
            SELECT r.source_id AS id, r.source_revision AS upto,
                   (SELECT coalesce(max(p.revision), 0) FROM incidents_publication p
                    WHERE p.incident_id = r.source_id AND p.revision < r.source_revision
                      AND p.approval_id IS NOT NULL) AS above
            FROM incidents_regrouping r
            WHERE r.target_id = work.id AND r.target_revision > work.above AND r.target_revision <= work.upto
              AND NOT EXISTS (SELECT 1 FROM incidents_undoing u WHERE u.regrouping_id = r.id)
            UNION ALL
            SELECT r.target_id, u.target_revision, r.target_revision
            FROM incidents_regrouping r JOIN incidents_undoing u ON u.regrouping_id = r.id
            WHERE r.source_id = work.id AND u.source_revision > work.above AND u.source_revision <= work.upto
        ) AS came
    )
    SELECT EXISTS (SELECT 1 FROM incidents_contribution c JOIN work w ON w.id = c.incident_id
                   WHERE c.by_id = person AND c.revision > w.above AND c.revision <= w.upto)
        OR EXISTS (SELECT 1 FROM incidents_incident i, last
                   WHERE i.id = incident AND i.created_by_id = person AND last.revision = 0)
        OR EXISTS (SELECT 1 FROM incidents_assertion a, last
                   WHERE a.incident_id = incident AND a.recorded_by_id = person AND a.recorded_at > last.at)
        OR EXISTS (SELECT 1 FROM incidents_citation c JOIN incidents_assertion a ON a.id = c.assertion_id, last
                   WHERE a.incident_id = incident AND c.recorded_by_id = person AND c.recorded_at > last.at)
$$;

-- The incident that one lives on in: up every standing merge, to one that is not merged itself. ``revision`` is the one
-- that the last of these merges made in it.
CREATE FUNCTION attest_survivor(loser bigint, OUT id bigint, OUT revision integer) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE way AS (
        SELECT r.target_id, r.target_revision, 1 AS step FROM attest_standing_merge(loser) r
        UNION ALL
        SELECT r.target_id, r.target_revision, way.step + 1
        FROM way, LATERAL attest_standing_merge(way.target_id) r WHERE way.step < 1000
    )
    SELECT target_id, target_revision FROM way ORDER BY step DESC LIMIT 1
$$;

CREATE OR REPLACE FUNCTION attest_guard_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last integer; tombstone boolean := NEW.content->>'schema' LIKE 'attest-tombstone/%';
BEGIN
    SELECT coalesce(max(number), 0) INTO last FROM record_version WHERE public_id = NEW.public_id;
    IF NEW.number <> last + 1 THEN
        RAISE EXCEPTION 'Version % of % does not follow version %', NEW.number, NEW.public_id, last
            USING ERRCODE = 'check_violation', CONSTRAINT = 'version_numbers_without_gap';
    END IF;
    IF tombstone AND NEW.kind = 'merge' THEN
        IF NOT EXISTS (
            SELECT 1 FROM incidents_incident i, LATERAL attest_survivor(i.id) way
                JOIN incidents_incident s ON s.id = way.id
                JOIN record_version v ON v.public_id = s.public_id AND v.number = s.published_number
                JOIN incidents_publication p ON p.incident_id = s.id AND p.number = s.published_number
            WHERE i.public_id = NEW.public_id AND i.state = 'merged' AND NEW.content->>'status' = 'merged'
              AND s.public_id = NEW.content->>'merged_into' AND s.state = 'published'
              AND v.kind = 'merge' AND p.revision >= way.revision) THEN
            RAISE EXCEPTION 'An address leads on when the incident that lives on is published with the merge'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'version_merge_follows_survivor';
        END IF;
    ELSIF NEW.kind = 'withdrawal' THEN
        IF NOT EXISTS (SELECT 1 FROM incidents_incident i WHERE i.public_id = NEW.public_id AND i.state = 'withdrawn')
        THEN
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

-- Asked when the transaction ends: whoever publishes what others were merged into before ends their addresses with it.
CREATE FUNCTION attest_guard_announced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.content->>'schema' LIKE 'attest-tombstone/%' THEN
        RETURN NULL;
    END IF;
    IF EXISTS (
        WITH RECURSIVE absorbed AS (
            SELECT l.id, l.public_id
            FROM incidents_incident s JOIN incidents_incident l ON l.merged_into_id = s.id,
                 LATERAL attest_standing_merge(l.id) r
            WHERE s.public_id = NEW.public_id AND l.state = 'merged' AND r.target_revision <= coalesce(
                (SELECT p.revision FROM incidents_publication p WHERE p.incident_id = s.id AND p.number = NEW.number),
                s.revision)
            UNION
            SELECT l.id, l.public_id FROM absorbed a JOIN incidents_incident l ON l.merged_into_id = a.id
            WHERE l.state = 'merged'
        )
        SELECT 1 FROM absorbed a, LATERAL (
            SELECT v.content->>'status' AS status FROM record_version v
            WHERE v.public_id = a.public_id ORDER BY v.number DESC LIMIT 1
        ) newest WHERE newest.status IS DISTINCT FROM 'merged') THEN
        RAISE EXCEPTION 'What was merged into % must lead to it from now on', NEW.public_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'version_ends_what_was_merged';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER attest_guard_announced AFTER INSERT ON record_version
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION attest_guard_announced();
