-- postgres:14, online, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: set not null on name of users
ALTER TABLE users ADD CONSTRAINT users_name__nn CHECK (name IS NOT NULL) NOT VALID;
ALTER TABLE users ALTER COLUMN name DROP NOT NULL;
COMMIT;

-- step 3 (expand): undo: validate not null of name of users
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: add check for not null of name of users
ALTER TABLE users DROP CONSTRAINT users_name__nn;
COMMIT;

-- step 1 (backfill): undo: fill NULLs of name of users
-- loses which rows held NULL
