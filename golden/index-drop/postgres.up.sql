-- postgres:14, direct, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (contract): drop index orders_size_idx of orders
DROP INDEX orders_size_idx;
-- step 2 (contract): drop index orders_city_idx of orders
DROP INDEX orders_city_idx;
COMMIT;
