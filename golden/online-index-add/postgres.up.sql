-- postgres:14, online, up: 2 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 1 (expand): create index orders_city_idx concurrently
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
DROP INDEX CONCURRENTLY IF EXISTS orders_city_idx__invalid;
CREATE INDEX CONCURRENTLY orders_city_idx ON orders (city);
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (expand): create index orders_size concurrently
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
DROP INDEX CONCURRENTLY IF EXISTS orders_size__invalid;
CREATE UNIQUE INDEX CONCURRENTLY orders_size ON orders (size, id);
RESET lock_timeout;
RESET statement_timeout;
