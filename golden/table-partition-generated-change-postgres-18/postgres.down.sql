-- postgres:18, direct, down: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: change how twice of lines_1 is generated
ALTER TABLE lines_1 ALTER COLUMN twice SET EXPRESSION AS (count * 2);
COMMIT;
