-- postgres:14, direct, down: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (expand): undo: rename index orders_1_id_idx to purchases_2020_id_idx
ALTER INDEX purchases_2020_id_idx RENAME TO orders_1_id_idx;
-- step 5 (expand): undo: rename index orders_day_idx to purchases_date_idx
ALTER INDEX purchases_date_idx RENAME TO orders_day_idx;
-- step 4 (expand): undo: rename primary key orders_pkey to purchases_pkey
ALTER TABLE purchases RENAME CONSTRAINT purchases_pkey TO orders_pkey;
-- step 3 (expand): undo: rename column day of purchases to date
ALTER TABLE purchases RENAME COLUMN date TO day;
-- step 2 (expand): undo: rename table orders_1 to purchases_2020
ALTER INDEX purchases_2020_pkey RENAME TO orders_1_pkey;
ALTER INDEX purchases_2020_date_idx RENAME TO orders_1_day_idx;
ALTER TABLE purchases_2020 RENAME TO orders_1;
-- step 1 (expand): undo: rename table orders to purchases
ALTER TABLE purchases RENAME TO orders;
COMMIT;
