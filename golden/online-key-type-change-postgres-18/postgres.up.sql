-- postgres:18, online, up: 18 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): keep a copy by trigger of column id of people
ALTER TABLE people ADD COLUMN id__new bigint;
CREATE FUNCTION zzz_people_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := NEW.id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_id__sync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_id__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (backfill): copy column id of people
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 people.id%TYPE;
  schemac_last_1 people.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM people ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM people WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE people SET id__new = id
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (id__new IS NULL AND id IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM people WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): add check for not null of id__new of people
ALTER TABLE people ADD CONSTRAINT people_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): validate not null of id__new of people
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(people.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM people WHERE id__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: id__new of people is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE people VALIDATE CONSTRAINT people_id__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): set not null on id__new of people
ALTER TABLE people ALTER COLUMN id__new SET NOT NULL;
ALTER TABLE people DROP CONSTRAINT people_id__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): create index people_pkey__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('people_pkey__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('people_pkey__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index people_pkey__new is being built';
    END IF;
    ALTER INDEX people_pkey__new RENAME TO people_pkey__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS people_pkey__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY people_pkey__new ON people (id__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): analyze the copy of column id of people
ANALYZE people;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): keep a copy by trigger of column buyer of orders
ALTER TABLE orders ADD COLUMN buyer__new bigint;
ALTER TABLE orders ALTER COLUMN buyer__new SET STATISTICS 200;
CREATE FUNCTION zzz_orders_buyer__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  IF TG_OP = 'UPDATE'
    AND NEW.buyer__new IS DISTINCT FROM OLD.buyer__new
    AND NEW.buyer IS NOT DISTINCT FROM OLD.buyer
    AND NEW.buyer__new IS DISTINCT FROM NEW.buyer THEN
    NEW.buyer := CASE WHEN NEW.buyer__new <= 2147483647 AND NEW.buyer__new >= -2147483647 THEN NEW.buyer__new::integer END;
  ELSE
    NEW.buyer__new := NEW.buyer;
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_buyer__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_buyer__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 9 (backfill): copy column buyer of orders
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM orders ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM orders WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE orders SET buyer__new = buyer
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (buyer__new IS NULL AND buyer IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM orders WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (expand): add check for not null of buyer__new of orders
ALTER TABLE orders ADD CONSTRAINT orders_buyer__new__nn CHECK (buyer__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 11 (expand): validate not null of buyer__new of orders
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(orders.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM orders WHERE buyer__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: buyer__new of orders is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE orders VALIDATE CONSTRAINT orders_buyer__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 12 (expand): set not null on buyer__new of orders
ALTER TABLE orders ALTER COLUMN buyer__new SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_buyer__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 13 (expand): analyze the copy of column buyer of orders
ANALYZE orders;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 14 (expand): carry over foreign key orders_buyer_fkey__new
LOCK TABLE people, orders IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE orders ADD CONSTRAINT orders_buyer_fkey__new FOREIGN KEY (buyer__new) REFERENCES people (id__new) ON UPDATE CASCADE NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 15 (expand): validate foreign key orders_buyer_fkey__new
ALTER TABLE orders VALIDATE CONSTRAINT orders_buyer_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 16 (expand): put the copies of column people.id in their place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(people.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM people WHERE id__new IS DISTINCT FROM id::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: id of people is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(orders.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM orders WHERE buyer__new IS DISTINCT FROM buyer::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: buyer of orders is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE people, orders IN ACCESS EXCLUSIVE MODE;
ALTER TABLE orders DROP CONSTRAINT orders_buyer_fkey;
DROP TRIGGER zzz_people_id__sync ON people;
DROP FUNCTION zzz_people_id__sync();
ALTER TABLE people DROP CONSTRAINT people_pkey;
ALTER TABLE people ALTER COLUMN id__new ADD GENERATED ALWAYS AS IDENTITY (INCREMENT BY 5 SEQUENCE NAME people_id_seq__new START WITH 100);
SELECT setval('people_id_seq__new', last_value, is_called) FROM people_id_seq;
ALTER TABLE people ALTER COLUMN id DROP IDENTITY;
ALTER SEQUENCE people_id_seq__new RENAME TO people_id_seq;
ALTER TABLE people RENAME COLUMN id TO id__old;
ALTER TABLE people RENAME COLUMN id__new TO id;
ALTER TABLE people ALTER COLUMN id__old DROP NOT NULL;
ALTER TABLE people RENAME CONSTRAINT people_id__new_not_null TO people_id_not_null;
ALTER TABLE people ADD CONSTRAINT people_pkey PRIMARY KEY USING INDEX people_pkey__new;
CREATE FUNCTION zzz_people_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__old := CASE WHEN NEW.id <= 2147483647 AND NEW.id >= -2147483647 THEN NEW.id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_id__rsync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_id__rsync();
DROP TRIGGER zzz_orders_buyer__sync ON orders;
DROP FUNCTION zzz_orders_buyer__sync();
ALTER TABLE orders RENAME COLUMN buyer TO buyer__old;
ALTER TABLE orders RENAME COLUMN buyer__new TO buyer;
ALTER TABLE orders ALTER COLUMN buyer__old DROP NOT NULL;
ALTER TABLE orders RENAME CONSTRAINT orders_buyer__new_not_null TO orders_buyer_not_null;
CREATE FUNCTION zzz_orders_buyer__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.buyer__old := CASE WHEN NEW.buyer <= 2147483647 AND NEW.buyer >= -2147483647 THEN NEW.buyer::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_buyer__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_buyer__rsync();
ALTER TABLE orders RENAME CONSTRAINT orders_buyer_fkey__new TO orders_buyer_fkey;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 17 (contract): drop the old column id of people
DROP TRIGGER zzz_people_id__rsync ON people;
DROP FUNCTION zzz_people_id__rsync();
ALTER TABLE people DROP COLUMN id__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 18 (contract): drop the old column buyer of orders
DROP TRIGGER zzz_orders_buyer__rsync ON orders;
DROP FUNCTION zzz_orders_buyer__rsync();
ALTER TABLE orders DROP COLUMN buyer__old;
COMMIT;
