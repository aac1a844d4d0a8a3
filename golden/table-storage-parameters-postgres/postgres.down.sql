-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: change options of table cold
ALTER TABLE cold SET (fillfactor = 70);
ALTER TABLE cold SET (autovacuum_enabled = off);
-- step 1 (expand): undo: change options of table hot
ALTER TABLE hot RESET (fillfactor);
COMMIT;
