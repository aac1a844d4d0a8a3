-- postgres:14, online, down: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (contract): undo: drop index orders_a__old of orders
CREATE INDEX CONCURRENTLY orders_a__old ON orders (a);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: change options of table items
ALTER TABLE items SET WITHOUT CLUSTER;
COMMIT;

-- step 4 (expand): undo: mark index items_a
-- nothing to undo: the mark goes with the index

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 3 (expand): undo: create index items_a concurrently
DROP INDEX CONCURRENTLY items_a;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: swap index orders_a
ALTER INDEX orders_a RENAME TO orders_a__new;
ALTER INDEX orders_a__old RENAME TO orders_a;
ALTER TABLE orders CLUSTER ON orders_a;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 1 (expand): undo: create index orders_a__new concurrently
DROP INDEX CONCURRENTLY orders_a__new;
RESET lock_timeout;
RESET statement_timeout;
