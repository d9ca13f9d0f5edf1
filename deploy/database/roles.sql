-- The three roles of Attest. Run by a superuser, as often as you like:
--
--   psql --variable=owner_password=… --variable=app_password=… --variable=public_password=… --file=roles.sql
--
-- attest_owner   holds the schema; only `manage.py migrate` and the test suite log in as this role
-- attest_app     what the desk and the worker log in as; what it may do to each table is said by a migration
-- attest_public  what the public side logs in as: reads the published record, nothing else, and not for long

\set ON_ERROR_STOP on
SET client_min_messages = warning;

SELECT format('CREATE ROLE %I', name)
FROM unnest(ARRAY['attest_owner', 'attest_app', 'attest_public']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

ALTER ROLE attest_owner LOGIN NOSUPERUSER NOCREATEROLE CREATEDB PASSWORD :'owner_password';
ALTER ROLE attest_app LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB PASSWORD :'app_password';
ALTER ROLE attest_public LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB PASSWORD :'public_password';

-- The test suite logs in as the owner and becomes the other two with SET ROLE.
GRANT attest_app, attest_public TO attest_owner;

ALTER ROLE attest_owner SET lock_timeout = '2s';
ALTER ROLE attest_app SET lock_timeout = '2s';
ALTER ROLE attest_app SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE attest_public SET default_transaction_read_only = on;
ALTER ROLE attest_public SET statement_timeout = '3s';
ALTER ROLE attest_public SET idle_in_transaction_session_timeout = '15s';
