-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: create trigger users.trim_name
DROP TRIGGER trim_name ON users;
-- step 1 (expand): undo: create function trim_it()
DROP FUNCTION trim_it();
COMMIT;
