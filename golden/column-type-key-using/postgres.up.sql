-- postgres:14, direct, up: 19 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): keep a copy by trigger of column id of shops
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(shops.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM shops WHERE concat(name, '-', id) IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard converts: the expression behind `using` gives NULL for id of shops', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE shops ADD COLUMN id__new varchar(40);
CREATE FUNCTION zzz_shops_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := concat(NEW.name, '-', NEW.id);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_shops_id__sync BEFORE INSERT OR UPDATE ON shops FOR EACH ROW EXECUTE FUNCTION zzz_shops_id__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (backfill): copy column id of shops
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 shops.id%TYPE;
  schemac_last_1 shops.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM shops ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM shops WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE shops SET id__new = concat(name, '-', id)
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (id__new IS NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM shops WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): add check for not null of id__new of shops
ALTER TABLE shops ADD CONSTRAINT shops_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): validate not null of id__new of shops
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(shops.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM shops WHERE id__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: id__new of shops is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE shops VALIDATE CONSTRAINT shops_id__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): set not null on id__new of shops
ALTER TABLE shops ALTER COLUMN id__new SET NOT NULL;
ALTER TABLE shops DROP CONSTRAINT shops_id__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): create index shops_pkey__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('shops_pkey__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('shops_pkey__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index shops_pkey__new is being built';
    END IF;
    ALTER INDEX shops_pkey__new RENAME TO shops_pkey__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS shops_pkey__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY shops_pkey__new ON shops (id__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): analyze the copy of column id of shops
ANALYZE shops;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): look up the copy of column shops.id by its old value
CREATE FUNCTION zzz_shops_id__map(integer) RETURNS varchar(40) LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT id__new FROM shops WHERE id = $1$map$;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (expand): keep a copy by trigger of column shop of sales
ALTER TABLE sales ADD COLUMN shop__new varchar(40);
CREATE FUNCTION zzzz_sales_shop__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.shop__new := zzz_shops_id__map(NEW.shop);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_sales_shop__sync BEFORE INSERT OR UPDATE ON sales FOR EACH ROW EXECUTE FUNCTION zzzz_sales_shop__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 10 (backfill): copy column shop of sales
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM sales ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM sales WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE sales SET shop__new = zzz_shops_id__map(shop)
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (shop__new IS NULL AND shop IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM sales WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 11 (expand): add check for not null of shop__new of sales
ALTER TABLE sales ADD CONSTRAINT sales_shop__new__nn CHECK (shop__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 12 (expand): validate not null of shop__new of sales
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(sales.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM sales WHERE shop__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: shop__new of sales is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE sales VALIDATE CONSTRAINT sales_shop__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 13 (expand): set not null on shop__new of sales
ALTER TABLE sales ALTER COLUMN shop__new SET NOT NULL;
ALTER TABLE sales DROP CONSTRAINT sales_shop__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 14 (expand): analyze the copy of column shop of sales
ANALYZE sales;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 15 (expand): carry over foreign key sales_shop_fkey__new
LOCK TABLE shops, sales IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE sales ADD CONSTRAINT sales_shop_fkey__new FOREIGN KEY (shop__new) REFERENCES shops (id__new) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 16 (expand): validate foreign key sales_shop_fkey__new
ALTER TABLE sales VALIDATE CONSTRAINT sales_shop_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 17 (expand): put the copies of column shops.id in their place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(shops.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM shops WHERE id__new IS DISTINCT FROM concat(name, '-', id)::varchar(40);
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: id of shops is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(sales.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM sales WHERE shop__new IS DISTINCT FROM zzz_shops_id__map(shop)::varchar(40);
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: shop of sales is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE shops, sales IN ACCESS EXCLUSIVE MODE;
ALTER TABLE sales DROP CONSTRAINT sales_shop_fkey;
DROP TRIGGER zzz_shops_id__sync ON shops;
DROP FUNCTION zzz_shops_id__sync();
ALTER TABLE shops DROP CONSTRAINT shops_pkey;
ALTER TABLE shops RENAME COLUMN id TO id__old;
ALTER TABLE shops RENAME COLUMN id__new TO id;
ALTER TABLE shops ALTER COLUMN id__old DROP NOT NULL;
ALTER TABLE shops ADD CONSTRAINT shops_pkey PRIMARY KEY USING INDEX shops_pkey__new;
DROP TRIGGER zzzz_sales_shop__sync ON sales;
DROP FUNCTION zzzz_sales_shop__sync();
ALTER TABLE sales RENAME COLUMN shop TO shop__old;
ALTER TABLE sales RENAME COLUMN shop__new TO shop;
ALTER TABLE sales ALTER COLUMN shop__old DROP NOT NULL;
DROP FUNCTION zzz_shops_id__map(integer);
ALTER TABLE sales RENAME CONSTRAINT sales_shop_fkey__new TO sales_shop_fkey;
-- step 18 (contract): drop the old column shop of sales
ALTER TABLE sales DROP COLUMN shop__old;
-- step 19 (contract): drop the old column id of shops
ALTER TABLE shops DROP COLUMN id__old;
COMMIT;
