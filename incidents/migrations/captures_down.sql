DROP TRIGGER attest_append_only ON incidents_capture;
DROP TRIGGER attest_no_truncate ON incidents_capture;
DROP TRIGGER attest_append_only ON incidents_custodyevent;
DROP TRIGGER attest_no_truncate ON incidents_custodyevent;
