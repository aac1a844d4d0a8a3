-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): change options of table hot
ALTER TABLE hot SET (fillfactor = 50);
-- step 2 (expand): change options of table cold
ALTER TABLE cold RESET (autovacuum_enabled);
ALTER TABLE cold SET (fillfactor = 90);
COMMIT;
