-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create index orders_b on orders
CREATE INDEX orders_b ON orders (buyer, size);
-- step 2 (contract): drop index orders_a of orders
DROP INDEX orders_a;
COMMIT;
