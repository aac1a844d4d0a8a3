-- postgres:14, direct, down: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: create index orders_code on orders
DROP INDEX orders_code;
-- step 1 (expand): undo: drop index orders_code of orders
CREATE INDEX orders_code ON orders (code);
COMMIT;
