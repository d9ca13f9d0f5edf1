-- The roles that a version states are those that the people hold whose approvals of exactly it stand: one for each, no
-- more, no fewer. A tombstone is approved by nobody and states none.

CREATE FUNCTION attest_guard_reviewer_roles() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE held text[];
BEGIN
    IF coalesce(NEW.content->>'schema', '') NOT LIKE 'attest-tombstone/%' THEN
        SELECT array_agg(u.role::text ORDER BY u.role::text) INTO held
        FROM incidents_incident i JOIN incidents_approval a ON a.incident_id = i.id
            JOIN accounts_user u ON u.id = a.approver_id
        WHERE i.public_id = NEW.public_id AND a.revision = i.revision AND a.content_sha256 = NEW.content_sha256
          AND a.lapsed_at IS NULL AND u.is_active AND u.role IN ('reviewer', 'publisher', 'senior', 'administrator');
    END IF;
    IF coalesce(held, '{}') IS DISTINCT FROM
       coalesce((SELECT array_agg(r::text ORDER BY r::text) FROM unnest(NEW.reviewer_roles) r), '{}') THEN
        RAISE EXCEPTION 'A version states the roles of those who approved exactly it' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'version_states_roles_of_approvers';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attest_guard_reviewer_roles BEFORE INSERT ON record_version
    FOR EACH ROW EXECUTE FUNCTION attest_guard_reviewer_roles();
