-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: drop policy docs.old
CREATE POLICY old ON docs for delete using (true);
-- step 3 (expand): undo: create policy docs.writes
DROP POLICY writes ON docs;
-- step 2 (expand): undo: create policy docs.mine anew
DROP POLICY mine ON docs;
-- step 1 (expand): undo: drop policy docs.mine
CREATE POLICY mine ON docs for select to golden_reader using (owner = 'me');
COMMIT;
