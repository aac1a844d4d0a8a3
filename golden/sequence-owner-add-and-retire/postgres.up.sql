-- postgres:14, direct, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create sequence new_no
CREATE SEQUENCE new_no;
-- step 2 (expand): give sequence new_no to invoices.id
ALTER SEQUENCE new_no OWNED BY invoices.id;
-- step 3 (contract): free sequence old_no
ALTER SEQUENCE old_no OWNED BY NONE;
-- step 4 (contract): drop sequence old_no
DROP SEQUENCE old_no;
COMMIT;
