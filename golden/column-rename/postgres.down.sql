-- postgres:14, direct, down: 7 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): undo: rename index orders_cost_size_idx to orders_price_amount_idx
ALTER INDEX orders_price_amount_idx RENAME TO orders_cost_size_idx;
-- step 6 (expand): undo: rename check orders_cost_check to orders_price_check
ALTER TABLE orders RENAME CONSTRAINT orders_price_check TO orders_cost_check;
-- step 5 (expand): undo: rename unique orders_id_cost_key to orders_id_price_key
ALTER TABLE orders RENAME CONSTRAINT orders_id_price_key TO orders_id_cost_key;
-- step 4 (expand): undo: rename foreign key orders_region_fkey to orders_area_fkey
ALTER TABLE orders RENAME CONSTRAINT orders_area_fkey TO orders_region_fkey;
-- step 3 (expand): undo: rename column cost of orders to price
ALTER TABLE orders RENAME COLUMN price TO cost;
-- step 2 (expand): undo: rename column region of orders to area
ALTER TABLE orders RENAME COLUMN area TO region;
-- step 1 (expand): undo: rename column size of orders to amount
ALTER TABLE orders RENAME COLUMN amount TO size;
COMMIT;
