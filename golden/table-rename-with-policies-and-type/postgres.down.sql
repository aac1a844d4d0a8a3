-- postgres:14, direct, down: 10 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (expand): undo: create trigger renamed.noted
DROP TRIGGER noted ON renamed;
-- step 9 (expand): undo: create policy renamed.second
DROP POLICY second ON renamed;
-- step 8 (expand): undo: create policy renamed.also
DROP POLICY also ON renamed;
-- step 7 (expand): undo: change type of id of renamed
ALTER TABLE renamed ALTER COLUMN id TYPE integer;
-- step 6 (expand): undo: drop policy renamed.also
CREATE POLICY also ON renamed for select using (id is not null);
-- step 5 (expand): undo: drop policy renamed.second
CREATE POLICY second ON renamed for select using (id is not null);
-- step 4 (expand): undo: drop trigger renamed.noted
CREATE TRIGGER noted before update of id on renamed for each row EXECUTE FUNCTION noted();
-- step 3 (expand): undo: rename primary key t_pkey to renamed_pkey
ALTER TABLE renamed RENAME CONSTRAINT renamed_pkey TO t_pkey;
-- step 2 (expand): undo: rename policy renamed.first to renamed.also
ALTER POLICY also ON renamed RENAME TO first;
-- step 1 (expand): undo: rename table t to renamed
ALTER TABLE renamed RENAME TO t;
COMMIT;
