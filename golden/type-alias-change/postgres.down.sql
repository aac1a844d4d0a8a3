-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: change type of total of orders
ALTER TABLE orders DROP CONSTRAINT orders_total_check;
ALTER TABLE orders ALTER COLUMN total TYPE numeric(10,2);
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0);
-- step 1 (expand): undo: change type of price of items
ALTER TABLE items DROP CONSTRAINT items_price_check;
ALTER TABLE items
  ALTER COLUMN price DROP DEFAULT,
  ALTER COLUMN price TYPE numeric(10,2),
  ALTER COLUMN price SET DEFAULT 0;
ALTER TABLE items ADD CONSTRAINT items_price_check CHECK (price >= 0);
COMMIT;
