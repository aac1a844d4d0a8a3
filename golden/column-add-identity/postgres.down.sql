-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: add primary key logs_pkey to logs
ALTER TABLE logs DROP CONSTRAINT logs_pkey;
-- step 1 (expand): undo: add column id to logs
-- loses values written since
ALTER TABLE logs DROP COLUMN id;
COMMIT;
