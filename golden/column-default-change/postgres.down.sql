-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: set default of label of users
ALTER TABLE users ALTER COLUMN label SET DEFAULT 'x';
-- step 3 (expand): undo: drop default of c of users
ALTER TABLE users ALTER COLUMN c SET DEFAULT 2;
-- step 2 (expand): undo: set default of b of users
ALTER TABLE users ALTER COLUMN b SET DEFAULT 1;
-- step 1 (expand): undo: set default of a of users
ALTER TABLE users ALTER COLUMN a DROP DEFAULT;
COMMIT;
