-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- this migration cannot be undone as a whole, so nothing of it is:
-- step 1 (validate check kinds): a partition cannot forget that its parent's check is valid
DO $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'schemac guard no-undo: cannot be undone: step 1 (validate check kinds): a partition cannot forget that its parent''s check is valid';
END
$guard$;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: add what is not valid to visits
ALTER TABLE visits DROP CONSTRAINT pages;
-- step 3 (expand): undo: create table visits_2024
-- loses the rows written since
DROP TABLE visits_2024;
-- step 2 (expand): undo: create table visits
-- loses the rows written since
DROP TABLE visits;
-- step 1 (expand): undo: validate check kinds
-- cannot be undone: a partition cannot forget that its parent's check is valid
COMMIT;
