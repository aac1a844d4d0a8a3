-- postgres:14, online, up: 4 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 1 (expand): create index orders_x__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('orders_x__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('orders_x__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index orders_x__new is being built';
    END IF;
    ALTER INDEX orders_x__new RENAME TO orders_x__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS orders_x__new__invalid;
CREATE INDEX CONCURRENTLY orders_x__new ON orders (size, city);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): swap index orders_x
ALTER INDEX orders_x RENAME TO orders_x__old;
ALTER INDEX orders_x__new RENAME TO orders_x;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 3 (contract): drop index orders_city_idx of orders
DROP INDEX CONCURRENTLY orders_city_idx;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 4 (contract): drop index orders_x__old of orders
DROP INDEX CONCURRENTLY orders_x__old;
RESET lock_timeout;
RESET statement_timeout;
