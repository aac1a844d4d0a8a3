-- postgres:14, online, down: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 4 (contract): undo: drop index orders_x__old of orders
CREATE INDEX CONCURRENTLY orders_x__old ON orders (size);
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 3 (contract): undo: drop index orders_city_idx of orders
CREATE INDEX CONCURRENTLY orders_city_idx ON orders (city);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: swap index orders_x
ALTER INDEX orders_x RENAME TO orders_x__new;
ALTER INDEX orders_x__old RENAME TO orders_x;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 1 (expand): undo: create index orders_x__new concurrently
DROP INDEX CONCURRENTLY orders_x__new;
RESET lock_timeout;
RESET statement_timeout;
