-- postgres:14, direct, down: 5 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (contract): undo: drop column size of orders
-- loses the values of size (and it needs an empty table, being NOT NULL)
ALTER TABLE orders ADD COLUMN size integer NOT NULL;
-- step 4 (contract): undo: drop column region of orders
-- loses the values of region (and it needs an empty table, being NOT NULL)
ALTER TABLE orders ADD COLUMN region integer NOT NULL;
-- step 3 (contract): undo: drop index orders_region_size_idx of orders
CREATE INDEX orders_region_size_idx ON orders (region, size);
-- step 2 (expand): undo: drop check orders_size_check of orders
ALTER TABLE orders ADD CONSTRAINT orders_size_check CHECK (size > 0);
-- step 1 (expand): undo: drop foreign key orders_region_fkey of orders
ALTER TABLE orders ADD CONSTRAINT orders_region_fkey FOREIGN KEY (region) REFERENCES regions (id);
COMMIT;
