-- postgres:14, direct, up: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename table orders to purchases
ALTER TABLE orders RENAME TO purchases;
-- step 2 (expand): rename table orders_1 to purchases_2020
ALTER TABLE orders_1 RENAME TO purchases_2020;
ALTER INDEX orders_1_pkey RENAME TO purchases_2020_pkey;
ALTER INDEX orders_1_day_idx RENAME TO purchases_2020_date_idx;
-- step 3 (expand): rename column day of purchases to date
ALTER TABLE purchases RENAME COLUMN day TO date;
-- step 4 (expand): rename primary key orders_pkey to purchases_pkey
ALTER TABLE purchases RENAME CONSTRAINT orders_pkey TO purchases_pkey;
-- step 5 (expand): rename index orders_day_idx to purchases_date_idx
ALTER INDEX orders_day_idx RENAME TO purchases_date_idx;
-- step 6 (expand): rename index orders_1_id_idx to purchases_2020_id_idx
ALTER INDEX orders_1_id_idx RENAME TO purchases_2020_id_idx;
COMMIT;
