-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (contract): undo: drop index orders_city_idx of orders
CREATE UNIQUE INDEX orders_city_idx ON orders (city);
-- step 1 (contract): undo: drop index orders_size_idx of orders
CREATE INDEX orders_size_idx ON orders (size);
COMMIT;
