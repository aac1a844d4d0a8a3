-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): drop index orders_idx of orders
DROP INDEX orders_idx;
-- step 2 (expand): create index orders_idx on orders
CREATE INDEX orders_idx ON orders (city, size);
COMMIT;
