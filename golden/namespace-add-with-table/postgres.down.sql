-- postgres:14, direct, down: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add foreign key orders_buyer_fkey to golden_shop.orders
ALTER TABLE golden_shop.orders DROP CONSTRAINT orders_buyer_fkey;
-- step 2 (expand): undo: create table golden_shop.orders
-- loses the rows written since
DROP TABLE golden_shop.orders;
-- step 1 (expand): undo: create namespace golden_shop
DROP SCHEMA golden_shop;
COMMIT;
