-- postgres:14, direct, up: 1 step
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): change sequence invoice_no
SELECT setval('invoice_no', greatest(least(last_value, 100000), 1), is_called AND last_value BETWEEN 1 AND 100000) FROM invoice_no;
ALTER SEQUENCE invoice_no CACHE 20 CYCLE INCREMENT BY 10 MAXVALUE 100000;
COMMIT;
