-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop policy docs.mine
DROP POLICY mine ON docs;
-- step 2 (expand): create policy docs.mine anew
CREATE POLICY mine ON docs for select to golden_reader using (owner = current_user);
-- step 3 (expand): create policy docs.writes
CREATE POLICY writes ON docs for insert WITH check (owner is not null);
-- step 4 (expand): drop policy docs.old
DROP POLICY old ON docs;
COMMIT;
