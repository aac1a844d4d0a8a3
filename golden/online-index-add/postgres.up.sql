-- postgres:14, online, up: 6 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): set aside what a failed build of orders_city_idx left behind
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('orders_city_idx')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('orders_city_idx')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index orders_city_idx is being built';
    END IF;
    ALTER INDEX orders_city_idx RENAME TO orders_city_idx__invalid;
  END IF;
END
$leftover$;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (expand): drop what was set aside of orders_city_idx
DROP INDEX CONCURRENTLY IF EXISTS orders_city_idx__invalid;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 3 (expand): create index orders_city_idx on orders
CREATE INDEX CONCURRENTLY orders_city_idx ON orders (city);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): set aside what a failed build of orders_size left behind
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('orders_size')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('orders_size')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index orders_size is being built';
    END IF;
    ALTER INDEX orders_size RENAME TO orders_size__invalid;
  END IF;
END
$leftover$;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 5 (expand): drop what was set aside of orders_size
DROP INDEX CONCURRENTLY IF EXISTS orders_size__invalid;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): create index orders_size on orders
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT sum(n), min(sample) INTO schemac_rows, schemac_sample FROM (
    SELECT count(*) AS n, left(concat_ws(', ', (size)::text, (id)::text), 200) AS sample FROM orders WHERE (size) IS NOT NULL AND (id) IS NOT NULL GROUP BY (size), (id) HAVING count(*) > 1) AS duplicates;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-duplicates: rows of orders share size, id', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
CREATE UNIQUE INDEX CONCURRENTLY orders_size ON orders (size, id);
RESET lock_timeout;
RESET statement_timeout;
