-- postgres:14, direct, up: 3 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): rename column cost of orders to price
ALTER TABLE orders RENAME COLUMN cost TO price;
-- step 2 (expand): change type of price of orders
ALTER TABLE orders
  ALTER COLUMN price DROP DEFAULT,
  ALTER COLUMN price TYPE bigint,
  ALTER COLUMN price SET DEFAULT 2;
-- step 3 (expand): drop not null of price of orders
ALTER TABLE orders ALTER COLUMN price DROP NOT NULL;
COMMIT;
