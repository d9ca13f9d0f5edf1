-- The log's tree and its checkpoints: appended to, never changed, and never with a hash that is not that of the two below.

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['record_log_node', 'record_checkpoint'] LOOP
        EXECUTE format('CREATE TRIGGER attest_append_only BEFORE UPDATE OR DELETE ON %I
                        FOR EACH ROW EXECUTE FUNCTION attest_append_only()', name);
        EXECUTE format('CREATE TRIGGER attest_no_truncate BEFORE TRUNCATE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION attest_append_only()', name);
    END LOOP;
END $$;

-- Looks each child up by its key, however many nodes come at once: other plans read the whole log for every batch.
CREATE FUNCTION attest_guard_log_node() RETURNS trigger LANGUAGE plpgsql
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM added
        LEFT JOIN record_log_entry left_leaf ON added.level = 1 AND left_leaf.position = added.index * 2
        LEFT JOIN record_log_entry right_leaf ON added.level = 1 AND right_leaf.position = added.index * 2 + 1
        LEFT JOIN record_log_node left_node
            ON added.level > 1 AND left_node.level = added.level - 1 AND left_node.index = added.index * 2
        LEFT JOIN record_log_node right_node
            ON added.level > 1 AND right_node.level = added.level - 1 AND right_node.index = added.index * 2 + 1
        WHERE added.hash IS DISTINCT FROM encode(sha256('\x01'::bytea
            || decode(coalesce(left_leaf.leaf_hash, left_node.hash), 'hex')
            || decode(coalesce(right_leaf.leaf_hash, right_node.hash), 'hex')), 'hex')
    ) THEN
        RAISE EXCEPTION 'A node of the log is the hash of the two below it' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'log_node_is_hash_of_two';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER attest_guard_log_node AFTER INSERT ON record_log_node
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION attest_guard_log_node();

-- Asked at the end of the transaction: the highest subtree that an entry completes rests on all the others.
CREATE FUNCTION attest_guard_log_tree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE height integer := 0;
BEGIN
    WHILE (NEW.position >> height) & 1 = 1 LOOP
        height := height + 1;
    END LOOP;
    IF height > 0 AND NOT EXISTS (
        SELECT 1 FROM record_log_node WHERE level = height AND index = NEW.position >> height) THEN
        RAISE EXCEPTION 'Entry % completes a subtree of the log that is not written', NEW.position
            USING ERRCODE = 'check_violation', CONSTRAINT = 'log_tree_grows_with_the_log';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER attest_guard_log_tree AFTER INSERT ON record_log_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION attest_guard_log_tree();

CREATE FUNCTION attest_guard_checkpoint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.size > (SELECT coalesce(max(position) + 1, 0) FROM record_log_entry)
       OR NEW.size < (SELECT coalesce(max(size), 0) FROM record_checkpoint) THEN
        RAISE EXCEPTION 'A checkpoint is of the log as it is, and never of less than the one before'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'checkpoint_of_the_log_as_it_is';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER attest_guard_checkpoint BEFORE INSERT ON record_checkpoint
    FOR EACH ROW EXECUTE FUNCTION attest_guard_checkpoint();
