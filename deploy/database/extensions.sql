-- The extensions of Attest, for one database. Run by a superuser, as often as you like.
--
-- `make run` runs it in template1 of its private cluster, so that every database made there has them, the test
-- databases too, and no migration needs a superuser.

\set ON_ERROR_STOP on
SET client_min_messages = warning;

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;
