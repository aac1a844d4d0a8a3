-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: comment on note of users
COMMENT ON COLUMN users.note IS 'Goes.';
-- step 2 (expand): undo: comment on nick of users
COMMENT ON COLUMN users.nick IS NULL;
-- step 1 (expand): undo: comment on name of users
COMMENT ON COLUMN users.name IS 'Old words.';
COMMIT;
