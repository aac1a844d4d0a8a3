-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop foreign key products_vendor_fkey of products
ALTER TABLE products DROP CONSTRAINT products_vendor_fkey;
-- step 2 (contract): drop column vendor of products
ALTER TABLE products DROP COLUMN vendor;
-- step 3 (contract): drop table vendors
DROP TABLE vendors;
COMMIT;
