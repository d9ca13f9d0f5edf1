-- What always holds, also in raw SQL as the application's role. Plain triggers, not pgtrigger's: those can be told by a
-- session variable to look away, these cannot.

CREATE FUNCTION attest_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY[
        'incidents_transition', 'incidents_contribution', 'incidents_publication', 'incidents_waiver',
        'record_version', 'record_log_entry', 'record_release', 'record_release_file'
    ] LOOP
        EXECUTE format('CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON %I
                        FOR EACH ROW EXECUTE FUNCTION attest_append_only()', name);
    END LOOP;
    FOR name IN
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND c.relkind = 'r'
          AND (c.relname LIKE 'incidents\_%event' OR c.relname LIKE 'record\_%' OR c.relname IN
               ('incidents_transition', 'incidents_contribution', 'incidents_publication', 'incidents_waiver',
                'incidents_approval'))
    LOOP
        EXECUTE format('CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only()', name);
    END LOOP;
END $$;

-- Did this person write anything in the incident since it was last published?
CREATE FUNCTION attest_wrote(incident bigint, person bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
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

CREATE FUNCTION attest_guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'An approval is never deleted' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.lapsed_at IS NOT NULL
           OR to_jsonb(NEW) - 'lapsed_at' IS DISTINCT FROM to_jsonb(OLD) - 'lapsed_at' THEN
            RAISE EXCEPTION 'An approval can only lapse, once' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
    END IF;
    IF attest_wrote(NEW.incident_id, NEW.approver_id) THEN
        RAISE EXCEPTION 'Nobody approves their own work' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'approval_by_another';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM incidents_incident i
                   WHERE i.id = NEW.incident_id AND i.revision = NEW.revision AND i.state IN ('in_review', 'approved'))
    THEN
        RAISE EXCEPTION 'An approval is of the revision in review' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'approval_of_the_revision_in_review';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attest_guard_approval BEFORE INSERT OR UPDATE OR DELETE ON incidents_approval
    FOR EACH ROW EXECUTE FUNCTION attest_guard_approval();

CREATE FUNCTION attest_guard_incident() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state NOT IN ('lead', 'draft') OR NEW.public_id IS NOT NULL OR NEW.published_number <> 0 THEN
            RAISE EXCEPTION 'An incident begins as a lead or a draft' USING ERRCODE = 'check_violation',
                CONSTRAINT = 'incident_begins_at_the_desk';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.revision < OLD.revision OR NEW.published_number < OLD.published_number
       OR (OLD.public_id IS NOT NULL AND NEW.public_id IS DISTINCT FROM OLD.public_id) THEN
        RAISE EXCEPTION 'Revisions, version numbers and permanent ids never go back'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'incident_never_goes_back';
    END IF;
    IF NEW.state = OLD.state THEN
        RETURN NEW;
    END IF;
    IF NOT (OLD.state || '>' || NEW.state) = ANY (ARRAY[
        'lead>draft', 'lead>rejected', 'draft>in_review', 'draft>rejected',
        'in_review>changes_requested', 'in_review>approved', 'in_review>rejected', 'in_review>draft',
        'changes_requested>draft', 'changes_requested>in_review', 'changes_requested>rejected',
        'approved>published', 'approved>draft', 'approved>changes_requested',
        'published>draft', 'published>withdrawn', 'draft>withdrawn', 'withdrawn>draft', 'rejected>draft',
        'lead>merged', 'draft>merged', 'in_review>merged', 'changes_requested>merged', 'approved>merged',
        'published>merged', 'withdrawn>merged', 'merged>draft'])
    THEN
        RAISE EXCEPTION 'No way leads from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation',
            CONSTRAINT = 'incident_transition_known';
    END IF;
    IF NEW.state = 'approved' AND NOT EXISTS (
        SELECT 1 FROM incidents_approval a
        WHERE a.incident_id = NEW.id AND a.revision = NEW.revision AND a.lapsed_at IS NULL) THEN
        RAISE EXCEPTION 'Nothing is approved without an approval' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'incident_approved_by_somebody';
    END IF;
    IF NEW.state = 'published' AND NOT EXISTS (
        SELECT 1 FROM record_version v WHERE v.public_id = NEW.public_id AND v.number = NEW.published_number) THEN
        RAISE EXCEPTION 'Nothing is published without a version' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'incident_published_has_version';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attest_guard_incident BEFORE INSERT OR UPDATE ON incidents_incident
    FOR EACH ROW EXECUTE FUNCTION attest_guard_incident();

CREATE FUNCTION attest_guard_version() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER attest_guard_version BEFORE INSERT ON record_version
    FOR EACH ROW EXECUTE FUNCTION attest_guard_version();

CREATE FUNCTION attest_guard_log() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE head record;
BEGIN
    SELECT position, chain_hash INTO head FROM record_log_entry ORDER BY position DESC LIMIT 1;
    IF NEW.position <> coalesce(head.position + 1, 0)
       OR NEW.previous_hash <> coalesce(head.chain_hash, encode(sha256(''::bytea), 'hex'))
       OR NEW.chain_hash <> encode(sha256('\x01'::bytea || decode(NEW.previous_hash, 'hex')
                                                        || decode(NEW.leaf_hash, 'hex')), 'hex') THEN
        RAISE EXCEPTION 'The log continues at its head' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'log_continues_at_its_head';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attest_guard_log BEFORE INSERT ON record_log_entry
    FOR EACH ROW EXECUTE FUNCTION attest_guard_log();

CREATE FUNCTION attest_guard_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A published row is never deleted' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF to_jsonb(NEW) - 'known' - 'under_review' - 'search' IS DISTINCT FROM
       to_jsonb(OLD) - 'known' - 'under_review' - 'search'
       OR lower(NEW.known) IS DISTINCT FROM lower(OLD.known)
       OR (NOT upper_inf(OLD.known) AND NEW.known IS DISTINCT FROM OLD.known) THEN
        RAISE EXCEPTION 'A published row can only be closed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attest_guard_published BEFORE UPDATE OR DELETE ON record_published_incident
    FOR EACH ROW EXECUTE FUNCTION attest_guard_published();

CREATE FUNCTION attest_guard_derivation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        WITH RECURSIVE upward AS (
            SELECT NEW.origin_id AS id
            UNION SELECT d.origin_id FROM incidents_sourcederivation d JOIN upward u ON d.source_id = u.id
        ) SELECT 1 FROM upward WHERE id = NEW.source_id) THEN
        RAISE EXCEPTION 'A source does not rest on itself, not even by way of others'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'derivation_without_cycle';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attest_guard_derivation BEFORE INSERT OR UPDATE ON incidents_sourcederivation
    FOR EACH ROW EXECUTE FUNCTION attest_guard_derivation();

CREATE FUNCTION attest_guard_child() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT kind FROM incidents_assertion WHERE id = NEW.assertion_id) IS DISTINCT FROM TG_ARGV[0] THEN
        RAISE EXCEPTION 'The assertion is not of kind %', TG_ARGV[0] USING ERRCODE = 'check_violation',
            CONSTRAINT = 'assertion_kind_fits_child';
    END IF;
    RETURN NEW;
END $$;
DO $$
DECLARE child text[];
BEGIN
    FOREACH child SLICE 1 IN ARRAY ARRAY[
        ['incidents_casualtyestimate', 'casualty'], ['incidents_attribution', 'attribution'],
        ['incidents_locationassertion', 'location'], ['incidents_timeassertion', 'time'],
        ['incidents_characteristicassertion', 'characteristic'], ['incidents_warningstatement', 'warning']
    ] LOOP
        EXECUTE format('CREATE TRIGGER attest_guard_child BEFORE INSERT OR UPDATE ON %I
                        FOR EACH ROW EXECUTE FUNCTION attest_guard_child(%L)', child[1], child[2]);
    END LOOP;
END $$;

-- History keeps who and why in pghistory's context table; the application may add to it only through this function.
ALTER FUNCTION _pgh_attach_context() SECURITY DEFINER;
ALTER FUNCTION _pgh_attach_context() SET search_path = public, pg_temp;
