-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (contract): undo: drop trigger users.two
CREATE TRIGGER two before insert on users for each row EXECUTE FUNCTION nothing();
-- step 2 (expand): undo: create trigger users.one anew
DROP TRIGGER one ON users;
-- step 1 (expand): undo: drop trigger users.one
CREATE TRIGGER one before insert on users for each row EXECUTE FUNCTION nothing();
COMMIT;
