DROP TRIGGER attest_no_truncate ON incidents_shiftnote;
DROP TRIGGER attest_append_only ON incidents_shiftnote;
DROP TRIGGER attest_no_truncate ON incidents_actormerge;
DROP TRIGGER attest_append_only ON incidents_actormerge;
