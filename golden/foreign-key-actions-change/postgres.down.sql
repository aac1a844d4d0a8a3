-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: add foreign key orders_buyer_fkey to orders
ALTER TABLE orders DROP CONSTRAINT orders_buyer_fkey;
-- step 1 (expand): undo: drop foreign key orders_buyer_fkey of orders
ALTER TABLE orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES users (id) ON DELETE CASCADE;
COMMIT;
