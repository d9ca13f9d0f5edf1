-- The database of Attest. Run by a superuser after roles.sql, as often as you like; then extensions.sql inside it.

\set ON_ERROR_STOP on
SET client_min_messages = warning;

SELECT 'CREATE DATABASE attest OWNER attest_owner'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'attest')
\gexec

REVOKE ALL ON DATABASE attest FROM PUBLIC;
GRANT CONNECT ON DATABASE attest TO attest_app, attest_public;
GRANT TEMPORARY ON DATABASE attest TO attest_app;
