-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: change type of kind of items
-- loses the values of kind before they were converted
ALTER TABLE items ALTER COLUMN kind TYPE varchar(50);
-- step 1 (expand): undo: create enum Kind
DROP TYPE "Kind";
COMMIT;
