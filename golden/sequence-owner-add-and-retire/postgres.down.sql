-- postgres:14, direct, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (contract): undo: drop sequence old_no
-- loses where the sequence stood
CREATE SEQUENCE old_no;
-- step 3 (contract): undo: free sequence old_no
ALTER SEQUENCE old_no OWNED BY invoices.id;
-- step 2 (expand): undo: give sequence new_no to invoices.id
ALTER SEQUENCE new_no OWNED BY NONE;
-- step 1 (expand): undo: create sequence new_no
-- loses the values drawn since
DROP SEQUENCE new_no;
COMMIT;
