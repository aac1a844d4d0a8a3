-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: set not null on name of users
ALTER TABLE users ALTER COLUMN name DROP NOT NULL;
-- step 1 (expand): undo: fill NULLs of name of users
-- loses which rows held NULL
COMMIT;
