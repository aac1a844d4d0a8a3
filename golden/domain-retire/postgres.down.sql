-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (contract): undo: drop domain Name
CREATE DOMAIN "Name" AS varchar(20) CONSTRAINT "Name_check" CHECK (value <> '');
-- step 1 (expand): undo: change type of name of items
ALTER TABLE items ALTER COLUMN name TYPE "Name";
COMMIT;
