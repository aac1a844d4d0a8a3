-- postgres:14, direct, up: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop foreign key orders_region_fkey of orders
ALTER TABLE orders DROP CONSTRAINT orders_region_fkey;
-- step 2 (expand): drop check orders_size_check of orders
ALTER TABLE orders DROP CONSTRAINT orders_size_check;
-- step 3 (contract): drop index orders_region_size_idx of orders
DROP INDEX orders_region_size_idx;
-- step 4 (contract): drop column region of orders
ALTER TABLE orders DROP COLUMN region;
-- step 5 (contract): drop column size of orders
ALTER TABLE orders DROP COLUMN size;
COMMIT;
