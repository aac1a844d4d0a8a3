-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: create view users
DROP VIEW users;
-- step 2 (expand): undo: rename primary key users_pkey to people_pkey
ALTER TABLE people RENAME CONSTRAINT people_pkey TO users_pkey;
-- step 1 (expand): undo: rename table users to people
ALTER TABLE people RENAME TO users;
COMMIT;
