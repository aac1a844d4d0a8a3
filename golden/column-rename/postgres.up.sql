-- postgres:14, direct, up: 7 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename column size of orders to amount
ALTER TABLE orders RENAME COLUMN size TO amount;
-- step 2 (expand): rename column region of orders to area
ALTER TABLE orders RENAME COLUMN region TO area;
-- step 3 (expand): rename column cost of orders to price
ALTER TABLE orders RENAME COLUMN cost TO price;
-- step 4 (expand): rename foreign key orders_region_fkey to orders_area_fkey
ALTER TABLE orders RENAME CONSTRAINT orders_region_fkey TO orders_area_fkey;
-- step 5 (expand): rename unique orders_id_cost_key to orders_id_price_key
ALTER TABLE orders RENAME CONSTRAINT orders_id_cost_key TO orders_id_price_key;
-- step 6 (expand): rename check orders_cost_check to orders_price_check
ALTER TABLE orders RENAME CONSTRAINT orders_cost_check TO orders_price_check;
-- step 7 (expand): rename index orders_cost_size_idx to orders_price_amount_idx
ALTER INDEX orders_cost_size_idx RENAME TO orders_price_amount_idx;
COMMIT;
