-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create sequence invoice_no
CREATE SEQUENCE invoice_no INCREMENT BY 5 START WITH 100;
-- step 2 (expand): add column no to invoices
ALTER TABLE invoices ADD COLUMN no bigint DEFAULT nextval('invoice_no') NOT NULL;
COMMIT;
