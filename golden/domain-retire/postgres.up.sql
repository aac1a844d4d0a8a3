-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): change type of name of items
ALTER TABLE items ALTER COLUMN name TYPE varchar(20);
-- step 2 (contract): drop domain Name
DROP DOMAIN "Name";
COMMIT;
