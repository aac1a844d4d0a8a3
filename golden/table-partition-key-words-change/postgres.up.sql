-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): unname index sales_eu_notes of sales_eu
ALTER INDEX sales_eu_notes RENAME TO sales_eu_note_idx;
-- step 2 (expand): change index sales_eu_ids of sales_eu
ALTER INDEX sales_eu_ids SET (fillfactor = 50);
COMMIT;
