-- postgres:14, online, up: 82 steps
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
-- step 8 (expand): keep a copy by trigger of column boss_id of people
ALTER TABLE people ADD COLUMN boss_id__new bigint;
CREATE FUNCTION zzz_people_boss_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  IF TG_OP = 'UPDATE'
    AND NEW.boss_id__new IS DISTINCT FROM OLD.boss_id__new
    AND NEW.boss_id IS NOT DISTINCT FROM OLD.boss_id
    AND NEW.boss_id__new IS DISTINCT FROM NEW.boss_id THEN
    NEW.boss_id := CASE WHEN NEW.boss_id__new <= 2147483647 AND NEW.boss_id__new >= -2147483647 THEN NEW.boss_id__new::integer END;
  ELSE
    NEW.boss_id__new := NEW.boss_id;
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_boss_id__sync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_boss_id__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 9 (backfill): copy column boss_id of people
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 people.id%TYPE;
  schemac_last_1 people.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM people ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM people WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE people SET boss_id__new = boss_id
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (boss_id__new IS NULL AND boss_id IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM people WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 10 (expand): create index people_boss_id_idx__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('people_boss_id_idx__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('people_boss_id_idx__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index people_boss_id_idx__new is being built';
    END IF;
    ALTER INDEX people_boss_id_idx__new RENAME TO people_boss_id_idx__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS people_boss_id_idx__new__invalid;
CREATE INDEX CONCURRENTLY people_boss_id_idx__new ON people (boss_id__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 11 (expand): analyze the copy of column boss_id of people
ANALYZE people;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 12 (expand): keep a copy by trigger of column buyer of orders
ALTER TABLE orders ADD COLUMN buyer__new bigint;
CREATE FUNCTION zzz_orders_buyer__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.buyer__new := NEW.buyer;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_buyer__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_buyer__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 13 (backfill): copy column buyer of orders
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 orders.id%TYPE;
  schemac_last_1 orders.id%TYPE;
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
-- step 14 (expand): add check for not null of buyer__new of orders
ALTER TABLE orders ADD CONSTRAINT orders_buyer__new__nn CHECK (buyer__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 15 (expand): validate not null of buyer__new of orders
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
-- step 16 (expand): set not null on buyer__new of orders
ALTER TABLE orders ALTER COLUMN buyer__new SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_buyer__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 17 (expand): create index orders_buyer_idx__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('orders_buyer_idx__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('orders_buyer_idx__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index orders_buyer_idx__new is being built';
    END IF;
    ALTER INDEX orders_buyer_idx__new RENAME TO orders_buyer_idx__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS orders_buyer_idx__new__invalid;
CREATE INDEX CONCURRENTLY orders_buyer_idx__new ON orders (buyer__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 18 (expand): analyze the copy of column buyer of orders
ANALYZE orders;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 19 (expand): keep a copy by trigger of column seller of orders
ALTER TABLE orders ADD COLUMN seller__new bigint;
CREATE FUNCTION zzz_orders_seller__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  IF TG_OP = 'UPDATE'
    AND NEW.seller__new IS DISTINCT FROM OLD.seller__new
    AND NEW.seller IS NOT DISTINCT FROM OLD.seller
    AND NEW.seller__new IS DISTINCT FROM NEW.seller THEN
    NEW.seller := CASE WHEN NEW.seller__new <= 2147483647 AND NEW.seller__new >= -2147483647 THEN NEW.seller__new::integer END;
  ELSE
    NEW.seller__new := NEW.seller;
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_seller__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_seller__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 20 (backfill): copy column seller of orders
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 orders.id%TYPE;
  schemac_last_1 orders.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM orders ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM orders WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE orders SET seller__new = seller
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (seller__new IS NULL AND seller IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM orders WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 21 (expand): analyze the copy of column seller of orders
ANALYZE orders;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 22 (expand): keep a copy by trigger of column person of lines
ALTER TABLE lines ADD COLUMN person__new bigint;
CREATE FUNCTION zzz_lines_person__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.person__new := NEW.person;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_lines_person__sync BEFORE INSERT OR UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION zzz_lines_person__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 23 (backfill): copy column person of lines
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 lines.order_id%TYPE;
  schemac_first_2 smallint;
  schemac_last_1 lines.order_id%TYPE;
  schemac_last_2 smallint;
BEGIN
  SELECT order_id, number INTO schemac_first_1, schemac_first_2 FROM lines ORDER BY order_id, number LIMIT 1;
  WHILE FOUND LOOP
    SELECT order_id, number INTO schemac_last_1, schemac_last_2 FROM (SELECT order_id, number FROM lines WHERE (order_id, number) >= (schemac_first_1, schemac_first_2) ORDER BY order_id, number LIMIT 1000) AS page ORDER BY order_id DESC, number DESC LIMIT 1;
    UPDATE lines SET person__new = person
      WHERE (order_id, number) >= (schemac_first_1, schemac_first_2) AND (order_id, number) <= (schemac_last_1, schemac_last_2) AND (person__new IS NULL AND person IS NOT NULL);
    COMMIT;
    SELECT order_id, number INTO schemac_first_1, schemac_first_2 FROM lines WHERE (order_id, number) > (schemac_last_1, schemac_last_2) ORDER BY order_id, number LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 24 (expand): add check for not null of person__new of lines
ALTER TABLE lines ADD CONSTRAINT lines_person__new__nn CHECK (person__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 25 (expand): validate not null of person__new of lines
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(lines.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM lines WHERE person__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: person__new of lines is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE lines VALIDATE CONSTRAINT lines_person__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 26 (expand): set not null on person__new of lines
ALTER TABLE lines ALTER COLUMN person__new SET NOT NULL;
ALTER TABLE lines DROP CONSTRAINT lines_person__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 27 (expand): create index lines_person_key__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('lines_person_key__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('lines_person_key__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index lines_person_key__new is being built';
    END IF;
    ALTER INDEX lines_person_key__new RENAME TO lines_person_key__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS lines_person_key__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY lines_person_key__new ON lines (person__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 28 (expand): analyze the copy of column person of lines
ANALYZE lines;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 29 (expand): carry over foreign key people_boss_id_fkey__new
LOCK TABLE people IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE people ADD CONSTRAINT people_boss_id_fkey__new FOREIGN KEY (boss_id__new) REFERENCES people (id__new) ON DELETE SET NULL NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 30 (expand): validate foreign key people_boss_id_fkey__new
ALTER TABLE people VALIDATE CONSTRAINT people_boss_id_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 31 (expand): carry over foreign key orders_buyer_fkey__new
LOCK TABLE people, orders IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE orders ADD CONSTRAINT orders_buyer_fkey__new FOREIGN KEY (buyer__new) REFERENCES people (id__new) ON DELETE CASCADE NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 32 (expand): validate foreign key orders_buyer_fkey__new
ALTER TABLE orders VALIDATE CONSTRAINT orders_buyer_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 33 (expand): carry over foreign key orders_seller_fkey__new
LOCK TABLE people, orders IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE orders ADD CONSTRAINT orders_seller_fkey__new FOREIGN KEY (seller__new) REFERENCES people (id__new) ON UPDATE CASCADE ON DELETE SET NULL NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 34 (expand): validate foreign key orders_seller_fkey__new
ALTER TABLE orders VALIDATE CONSTRAINT orders_seller_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 35 (expand): carry over foreign key lines_person_fkey__new
LOCK TABLE people, lines IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE lines ADD CONSTRAINT lines_person_fkey__new FOREIGN KEY (person__new) REFERENCES people (id__new) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 36 (expand): validate foreign key lines_person_fkey__new
ALTER TABLE lines VALIDATE CONSTRAINT lines_person_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 37 (expand): put the copies of column people.id in their place
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
  SELECT count(*), min(left(CAST(ROW(people.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM people WHERE boss_id__new IS DISTINCT FROM boss_id::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: boss_id of people is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
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
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(orders.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM orders WHERE seller__new IS DISTINCT FROM seller::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: seller of orders is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(lines.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM lines WHERE person__new IS DISTINCT FROM person::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: person of lines is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE people, orders, lines IN ACCESS EXCLUSIVE MODE;
DROP VIEW buyers;
ALTER TABLE people DROP CONSTRAINT people_boss_id_fkey;
ALTER TABLE orders DROP CONSTRAINT orders_buyer_fkey;
ALTER TABLE orders DROP CONSTRAINT orders_seller_fkey;
ALTER TABLE lines DROP CONSTRAINT lines_person_fkey;
DROP TRIGGER zzz_people_id__sync ON people;
DROP FUNCTION zzz_people_id__sync();
ALTER TABLE people DROP CONSTRAINT people_pkey;
ALTER TABLE people ALTER COLUMN id__new ADD GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME people_id_seq__new);
SELECT setval('people_id_seq__new', last_value, is_called) FROM people_id_seq;
ALTER TABLE people ALTER COLUMN id DROP IDENTITY;
ALTER SEQUENCE people_id_seq__new RENAME TO people_id_seq;
ALTER TABLE people RENAME COLUMN id TO id__old;
ALTER TABLE people RENAME COLUMN id__new TO id;
ALTER TABLE people ALTER COLUMN id__old DROP NOT NULL;
ALTER TABLE people ADD CONSTRAINT people_pkey PRIMARY KEY USING INDEX people_pkey__new;
CREATE FUNCTION zzz_people_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__old := CASE WHEN NEW.id <= 2147483647 AND NEW.id >= -2147483647 THEN NEW.id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_id__rsync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_id__rsync();
DROP TRIGGER zzz_people_boss_id__sync ON people;
DROP FUNCTION zzz_people_boss_id__sync();
ALTER TABLE people RENAME COLUMN boss_id TO boss_id__old;
ALTER TABLE people RENAME COLUMN boss_id__new TO boss_id;
ALTER INDEX people_boss_id_idx RENAME TO people_boss_id_idx__old;
ALTER INDEX people_boss_id_idx__new RENAME TO people_boss_id_idx;
CREATE FUNCTION zzz_people_boss_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.boss_id__old := CASE WHEN NEW.boss_id <= 2147483647 AND NEW.boss_id >= -2147483647 THEN NEW.boss_id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_boss_id__rsync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_boss_id__rsync();
DROP TRIGGER zzz_orders_buyer__sync ON orders;
DROP FUNCTION zzz_orders_buyer__sync();
ALTER TABLE orders RENAME COLUMN buyer TO buyer__old;
ALTER TABLE orders RENAME COLUMN buyer__new TO buyer;
ALTER TABLE orders ALTER COLUMN buyer__old DROP NOT NULL;
ALTER INDEX orders_buyer_idx RENAME TO orders_buyer_idx__old;
ALTER INDEX orders_buyer_idx__new RENAME TO orders_buyer_idx;
CREATE FUNCTION zzz_orders_buyer__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.buyer__old := CASE WHEN NEW.buyer <= 2147483647 AND NEW.buyer >= -2147483647 THEN NEW.buyer::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_buyer__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_buyer__rsync();
DROP TRIGGER zzz_orders_seller__sync ON orders;
DROP FUNCTION zzz_orders_seller__sync();
ALTER TABLE orders RENAME COLUMN seller TO seller__old;
ALTER TABLE orders RENAME COLUMN seller__new TO seller;
CREATE FUNCTION zzz_orders_seller__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.seller__old := CASE WHEN NEW.seller <= 2147483647 AND NEW.seller >= -2147483647 THEN NEW.seller::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_seller__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_seller__rsync();
DROP TRIGGER zzz_lines_person__sync ON lines;
DROP FUNCTION zzz_lines_person__sync();
ALTER TABLE lines RENAME COLUMN person TO person__old;
ALTER TABLE lines RENAME COLUMN person__new TO person;
ALTER TABLE lines ALTER COLUMN person__old DROP NOT NULL;
ALTER TABLE lines RENAME CONSTRAINT lines_person_key TO lines_person_key__old;
ALTER TABLE lines ADD CONSTRAINT lines_person_key UNIQUE USING INDEX lines_person_key__new;
CREATE FUNCTION zzz_lines_person__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.person__old := CASE WHEN NEW.person <= 2147483647 AND NEW.person >= -2147483647 THEN NEW.person::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_lines_person__rsync BEFORE INSERT OR UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION zzz_lines_person__rsync();
ALTER TABLE people RENAME CONSTRAINT people_boss_id_fkey__new TO people_boss_id_fkey;
ALTER TABLE orders RENAME CONSTRAINT orders_buyer_fkey__new TO orders_buyer_fkey;
ALTER TABLE orders RENAME CONSTRAINT orders_seller_fkey__new TO orders_seller_fkey;
ALTER TABLE lines RENAME CONSTRAINT lines_person_fkey__new TO lines_person_fkey;
CREATE VIEW buyers AS
select p.id, p.name from people p join orders o on o.buyer = p.id;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 38 (expand): keep a copy by trigger of column id of orders
ALTER TABLE orders ADD COLUMN id__new bigint;
CREATE FUNCTION zzz_orders_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := NEW.id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_id__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_id__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 39 (backfill): copy column id of orders
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 orders.id%TYPE;
  schemac_last_1 orders.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM orders ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM orders WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE orders SET id__new = id
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (id__new IS NULL AND id IS NOT NULL);
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
-- step 40 (expand): add check for not null of id__new of orders
ALTER TABLE orders ADD CONSTRAINT orders_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 41 (expand): validate not null of id__new of orders
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(orders.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM orders WHERE id__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: id__new of orders is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE orders VALIDATE CONSTRAINT orders_id__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 42 (expand): set not null on id__new of orders
ALTER TABLE orders ALTER COLUMN id__new SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_id__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 43 (expand): create index orders_pkey__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('orders_pkey__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('orders_pkey__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index orders_pkey__new is being built';
    END IF;
    ALTER INDEX orders_pkey__new RENAME TO orders_pkey__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS orders_pkey__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY orders_pkey__new ON orders (id__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 44 (expand): analyze the copy of column id of orders
ANALYZE orders;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 45 (expand): keep a copy by trigger of column order_id of lines
ALTER TABLE lines ADD COLUMN order_id__new bigint;
CREATE FUNCTION zzz_lines_order_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.order_id__new := NEW.order_id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_lines_order_id__sync BEFORE INSERT OR UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION zzz_lines_order_id__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 46 (backfill): copy column order_id of lines
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 lines.order_id%TYPE;
  schemac_first_2 smallint;
  schemac_last_1 lines.order_id%TYPE;
  schemac_last_2 smallint;
BEGIN
  SELECT order_id, number INTO schemac_first_1, schemac_first_2 FROM lines ORDER BY order_id, number LIMIT 1;
  WHILE FOUND LOOP
    SELECT order_id, number INTO schemac_last_1, schemac_last_2 FROM (SELECT order_id, number FROM lines WHERE (order_id, number) >= (schemac_first_1, schemac_first_2) ORDER BY order_id, number LIMIT 1000) AS page ORDER BY order_id DESC, number DESC LIMIT 1;
    UPDATE lines SET order_id__new = order_id
      WHERE (order_id, number) >= (schemac_first_1, schemac_first_2) AND (order_id, number) <= (schemac_last_1, schemac_last_2) AND (order_id__new IS NULL AND order_id IS NOT NULL);
    COMMIT;
    SELECT order_id, number INTO schemac_first_1, schemac_first_2 FROM lines WHERE (order_id, number) > (schemac_last_1, schemac_last_2) ORDER BY order_id, number LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 47 (expand): add check for not null of order_id__new of lines
ALTER TABLE lines ADD CONSTRAINT lines_order_id__new__nn CHECK (order_id__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 48 (expand): validate not null of order_id__new of lines
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(lines.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM lines WHERE order_id__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: order_id__new of lines is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE lines VALIDATE CONSTRAINT lines_order_id__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 49 (expand): set not null on order_id__new of lines
ALTER TABLE lines ALTER COLUMN order_id__new SET NOT NULL;
ALTER TABLE lines DROP CONSTRAINT lines_order_id__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 50 (expand): create index lines_pkey__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('lines_pkey__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('lines_pkey__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index lines_pkey__new is being built';
    END IF;
    ALTER INDEX lines_pkey__new RENAME TO lines_pkey__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS lines_pkey__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY lines_pkey__new ON lines (order_id__new, number);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 51 (expand): analyze the copy of column order_id of lines
ANALYZE lines;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 52 (expand): keep a copy by trigger of column order_id of notes
ALTER TABLE notes ADD COLUMN order_id__new bigint;
CREATE FUNCTION zzz_notes_order_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.order_id__new := NEW.order_id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_notes_order_id__sync BEFORE INSERT OR UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION zzz_notes_order_id__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 53 (backfill): copy column order_id of notes
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 notes.id%TYPE;
  schemac_last_1 notes.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM notes ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM notes WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE notes SET order_id__new = order_id
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (order_id__new IS NULL AND order_id IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM notes WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 54 (expand): add check for not null of order_id__new of notes
ALTER TABLE notes ADD CONSTRAINT notes_order_id__new__nn CHECK (order_id__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 55 (expand): validate not null of order_id__new of notes
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(notes.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM notes WHERE order_id__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: order_id__new of notes is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE notes VALIDATE CONSTRAINT notes_order_id__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 56 (expand): set not null on order_id__new of notes
ALTER TABLE notes ALTER COLUMN order_id__new SET NOT NULL;
ALTER TABLE notes DROP CONSTRAINT notes_order_id__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 57 (expand): analyze the copy of column order_id of notes
ANALYZE notes;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 58 (expand): carry over foreign key lines_order_id_fkey__new
LOCK TABLE orders, lines IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE lines ADD CONSTRAINT lines_order_id_fkey__new FOREIGN KEY (order_id__new) REFERENCES orders (id__new) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 59 (expand): validate foreign key lines_order_id_fkey__new
ALTER TABLE lines VALIDATE CONSTRAINT lines_order_id_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 60 (expand): carry over foreign key notes_order_id_number_fkey__new
LOCK TABLE lines, notes IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE notes ADD CONSTRAINT notes_order_id_number_fkey__new FOREIGN KEY (order_id__new, number) REFERENCES lines (order_id__new, number) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 61 (expand): validate foreign key notes_order_id_number_fkey__new
ALTER TABLE notes VALIDATE CONSTRAINT notes_order_id_number_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 62 (expand): put the copies of column orders.id in their place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(orders.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM orders WHERE id__new IS DISTINCT FROM id::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: id of orders is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(lines.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM lines WHERE order_id__new IS DISTINCT FROM order_id::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: order_id of lines is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(notes.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM notes WHERE order_id__new IS DISTINCT FROM order_id::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: order_id of notes is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE orders, lines, notes IN ACCESS EXCLUSIVE MODE;
DROP VIEW buyers;
ALTER TABLE lines DROP CONSTRAINT lines_order_id_fkey;
ALTER TABLE notes DROP CONSTRAINT notes_order_id_number_fkey;
DROP TRIGGER zzz_orders_id__sync ON orders;
DROP FUNCTION zzz_orders_id__sync();
ALTER TABLE orders DROP CONSTRAINT orders_pkey;
ALTER TABLE orders RENAME COLUMN id TO id__old;
ALTER TABLE orders RENAME COLUMN id__new TO id;
ALTER TABLE orders ALTER COLUMN id__old DROP NOT NULL;
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_pkey__new;
CREATE FUNCTION zzz_orders_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__old := CASE WHEN NEW.id <= 2147483647 AND NEW.id >= -2147483647 THEN NEW.id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_id__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_id__rsync();
DROP TRIGGER zzz_lines_order_id__sync ON lines;
DROP FUNCTION zzz_lines_order_id__sync();
ALTER TABLE lines DROP CONSTRAINT lines_pkey;
ALTER TABLE lines RENAME COLUMN order_id TO order_id__old;
ALTER TABLE lines RENAME COLUMN order_id__new TO order_id;
ALTER TABLE lines ALTER COLUMN order_id__old DROP NOT NULL;
ALTER TABLE lines ADD CONSTRAINT lines_pkey PRIMARY KEY USING INDEX lines_pkey__new;
CREATE FUNCTION zzz_lines_order_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.order_id__old := CASE WHEN NEW.order_id <= 2147483647 AND NEW.order_id >= -2147483647 THEN NEW.order_id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_lines_order_id__rsync BEFORE INSERT OR UPDATE ON lines FOR EACH ROW EXECUTE FUNCTION zzz_lines_order_id__rsync();
DROP TRIGGER zzz_notes_order_id__sync ON notes;
DROP FUNCTION zzz_notes_order_id__sync();
ALTER TABLE notes RENAME COLUMN order_id TO order_id__old;
ALTER TABLE notes RENAME COLUMN order_id__new TO order_id;
ALTER TABLE notes ALTER COLUMN order_id__old DROP NOT NULL;
CREATE FUNCTION zzz_notes_order_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.order_id__old := CASE WHEN NEW.order_id <= 2147483647 AND NEW.order_id >= -2147483647 THEN NEW.order_id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_notes_order_id__rsync BEFORE INSERT OR UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION zzz_notes_order_id__rsync();
ALTER TABLE lines RENAME CONSTRAINT lines_order_id_fkey__new TO lines_order_id_fkey;
ALTER TABLE notes RENAME CONSTRAINT notes_order_id_number_fkey__new TO notes_order_id_number_fkey;
CREATE VIEW buyers AS
select p.id, p.name from people p join orders o on o.buyer = p.id;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 63 (expand): keep a copy by trigger of column id of notes
ALTER TABLE notes ADD COLUMN id__new bigint;
CREATE FUNCTION zzz_notes_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := NEW.id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_notes_id__sync BEFORE INSERT OR UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION zzz_notes_id__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 64 (backfill): copy column id of notes
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 notes.id%TYPE;
  schemac_last_1 notes.id%TYPE;
BEGIN
  SELECT id INTO schemac_first_1 FROM notes ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM notes WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE notes SET id__new = id
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (id__new IS NULL AND id IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM notes WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 65 (expand): add check for not null of id__new of notes
ALTER TABLE notes ADD CONSTRAINT notes_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 66 (expand): validate not null of id__new of notes
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(notes.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM notes WHERE id__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: id__new of notes is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE notes VALIDATE CONSTRAINT notes_id__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 67 (expand): set not null on id__new of notes
ALTER TABLE notes ALTER COLUMN id__new SET NOT NULL;
ALTER TABLE notes DROP CONSTRAINT notes_id__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 68 (expand): create index notes_pkey__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('notes_pkey__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('notes_pkey__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index notes_pkey__new is being built';
    END IF;
    ALTER INDEX notes_pkey__new RENAME TO notes_pkey__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS notes_pkey__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY notes_pkey__new ON notes (id__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 69 (expand): analyze the copy of column id of notes
ANALYZE notes;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 70 (expand): put the copies of column notes.id in their place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(notes.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM notes WHERE id__new IS DISTINCT FROM id::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: id of notes is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE notes IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_notes_id__sync ON notes;
DROP FUNCTION zzz_notes_id__sync();
ALTER TABLE notes DROP CONSTRAINT notes_pkey;
ALTER TABLE notes RENAME COLUMN id TO id__old;
ALTER TABLE notes RENAME COLUMN id__new TO id;
ALTER TABLE notes ALTER COLUMN id__old DROP NOT NULL;
ALTER TABLE notes ADD CONSTRAINT notes_pkey PRIMARY KEY USING INDEX notes_pkey__new;
CREATE FUNCTION zzz_notes_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__old := CASE WHEN NEW.id <= 2147483647 AND NEW.id >= -2147483647 THEN NEW.id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_notes_id__rsync BEFORE INSERT OR UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION zzz_notes_id__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 71 (contract): drop the old column id of people
DROP TRIGGER zzz_people_id__rsync ON people;
DROP FUNCTION zzz_people_id__rsync();
ALTER TABLE people DROP COLUMN id__old;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 72 (contract): drop index people_boss_id_idx__old
DROP INDEX CONCURRENTLY people_boss_id_idx__old;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 73 (contract): drop the old column boss_id of people
DROP TRIGGER zzz_people_boss_id__rsync ON people;
DROP FUNCTION zzz_people_boss_id__rsync();
ALTER TABLE people DROP COLUMN boss_id__old;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 74 (contract): drop index orders_buyer_idx__old
DROP INDEX CONCURRENTLY orders_buyer_idx__old;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 75 (contract): drop the old column buyer of orders
DROP TRIGGER zzz_orders_buyer__rsync ON orders;
DROP FUNCTION zzz_orders_buyer__rsync();
ALTER TABLE orders DROP COLUMN buyer__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 76 (contract): drop the old column seller of orders
DROP TRIGGER zzz_orders_seller__rsync ON orders;
DROP FUNCTION zzz_orders_seller__rsync();
ALTER TABLE orders DROP COLUMN seller__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 77 (contract): drop unique lines_person_key__old
ALTER TABLE lines DROP CONSTRAINT lines_person_key__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 78 (contract): drop the old column person of lines
DROP TRIGGER zzz_lines_person__rsync ON lines;
DROP FUNCTION zzz_lines_person__rsync();
ALTER TABLE lines DROP COLUMN person__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 79 (contract): drop the old column id of orders
DROP TRIGGER zzz_orders_id__rsync ON orders;
DROP FUNCTION zzz_orders_id__rsync();
ALTER TABLE orders DROP COLUMN id__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 80 (contract): drop the old column order_id of lines
DROP TRIGGER zzz_lines_order_id__rsync ON lines;
DROP FUNCTION zzz_lines_order_id__rsync();
ALTER TABLE lines DROP COLUMN order_id__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 81 (contract): drop the old column order_id of notes
DROP TRIGGER zzz_notes_order_id__rsync ON notes;
DROP FUNCTION zzz_notes_order_id__rsync();
ALTER TABLE notes DROP COLUMN order_id__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 82 (contract): drop the old column id of notes
DROP TRIGGER zzz_notes_id__rsync ON notes;
DROP FUNCTION zzz_notes_id__rsync();
ALTER TABLE notes DROP COLUMN id__old;
COMMIT;
