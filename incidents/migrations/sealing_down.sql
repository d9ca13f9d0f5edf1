DROP TRIGGER attest_append_only ON incidents_sealedname;
DROP TRIGGER attest_no_truncate ON incidents_sealedname;
