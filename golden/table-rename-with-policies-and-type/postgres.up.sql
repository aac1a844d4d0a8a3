-- postgres:14, direct, up: 10 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename table t to renamed
ALTER TABLE t RENAME TO renamed;
-- step 2 (expand): rename policy renamed.first to renamed.also
ALTER POLICY first ON renamed RENAME TO also;
-- step 3 (expand): rename primary key t_pkey to renamed_pkey
ALTER TABLE renamed RENAME CONSTRAINT t_pkey TO renamed_pkey;
-- step 4 (expand): drop trigger renamed.noted
DROP TRIGGER noted ON renamed;
-- step 5 (expand): drop policy renamed.second
DROP POLICY second ON renamed;
-- step 6 (expand): drop policy renamed.also
DROP POLICY also ON renamed;
-- step 7 (expand): change type of id of renamed
ALTER TABLE renamed ALTER COLUMN id TYPE bigint;
-- step 8 (expand): create policy renamed.also
CREATE POLICY also ON renamed for select using (id is not null);
-- step 9 (expand): create policy renamed.second
CREATE POLICY second ON renamed for select using (id is not null);
-- step 10 (expand): create trigger renamed.noted
CREATE TRIGGER noted before update of id on renamed for each row EXECUTE FUNCTION noted();
COMMIT;
