-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop trigger users.one
DROP TRIGGER one ON users;
-- step 2 (expand): create trigger users.one anew
CREATE TRIGGER one before insert or update on users for each row EXECUTE FUNCTION nothing();
-- step 3 (contract): drop trigger users.two
DROP TRIGGER two ON users;
COMMIT;
