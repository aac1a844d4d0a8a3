-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: add foreign key memberships_user_id_fkey to memberships
ALTER TABLE memberships DROP CONSTRAINT memberships_user_id_fkey;
-- step 1 (expand): undo: create table memberships
-- loses the rows written since
DROP TABLE memberships;
COMMIT;
