-- postgres:14, online, up: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 1 (expand): create index orders_a__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('orders_a__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('orders_a__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index orders_a__new is being built';
    END IF;
    ALTER INDEX orders_a__new RENAME TO orders_a__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS orders_a__new__invalid;
CREATE INDEX CONCURRENTLY orders_a__new ON orders (a, b);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): swap index orders_a
ALTER INDEX orders_a RENAME TO orders_a__old;
ALTER INDEX orders_a__new RENAME TO orders_a;
ALTER TABLE orders CLUSTER ON orders_a;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 3 (expand): create index items_a concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('items_a')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('items_a')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index items_a is being built';
    END IF;
    ALTER INDEX items_a RENAME TO items_a__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS items_a__invalid;
CREATE INDEX CONCURRENTLY items_a ON items (a);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): mark index items_a
ALTER TABLE items CLUSTER ON items_a;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): change options of table items
ALTER TABLE items CLUSTER ON items_a;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (contract): drop index orders_a__old of orders
DROP INDEX CONCURRENTLY orders_a__old;
RESET lock_timeout;
RESET statement_timeout;
