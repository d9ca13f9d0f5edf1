DROP TRIGGER attest_no_truncate ON incidents_placemerge;
DROP TRIGGER attest_append_only ON incidents_placemerge;
DROP TRIGGER attest_no_truncate ON incidents_publishermerge;
DROP TRIGGER attest_append_only ON incidents_publishermerge;
