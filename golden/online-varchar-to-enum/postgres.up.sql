-- postgres:14, online, up: 10 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create enum PackageType
CREATE TYPE "PackageType" AS ENUM ('fixed', 'monthly', 'custom');
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): drop check items_kind_check of items
ALTER TABLE items DROP CONSTRAINT items_kind_check;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): keep a copy by trigger of column kind of items
ALTER TABLE items ADD COLUMN kind__new "PackageType";
CREATE FUNCTION zzz_items_kind__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.kind__new := NEW.kind::"PackageType";
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_items_kind__sync BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION zzz_items_kind__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 4 (backfill): copy column kind of items
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM items ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM items WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE items SET kind__new = kind::"PackageType"
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (kind__new IS NULL AND kind IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM items WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): add check for not null of kind__new of items
ALTER TABLE items ADD CONSTRAINT items_kind__new__nn CHECK (kind__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (expand): validate not null of kind__new of items
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(items.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM items WHERE kind__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: kind__new of items is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE items VALIDATE CONSTRAINT items_kind__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): set not null on kind__new of items
ALTER TABLE items ALTER COLUMN kind__new SET NOT NULL;
ALTER TABLE items DROP CONSTRAINT items_kind__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): analyze the copy of column kind of items
ANALYZE items;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (expand): put the copy of column kind of items in its place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(items.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM items WHERE kind__new IS DISTINCT FROM kind::"PackageType"::"PackageType";
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: kind of items is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_items_kind__sync ON items;
DROP FUNCTION zzz_items_kind__sync();
ALTER TABLE items RENAME COLUMN kind TO kind__old;
ALTER TABLE items RENAME COLUMN kind__new TO kind;
ALTER TABLE items
  ALTER COLUMN kind SET DEFAULT 'fixed',
  ALTER COLUMN kind__old DROP DEFAULT,
  ALTER COLUMN kind__old DROP NOT NULL;
CREATE FUNCTION zzz_items_kind__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.kind__old := NEW.kind::text::varchar(50);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_items_kind__rsync BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION zzz_items_kind__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (contract): drop the old column kind of items
DROP TRIGGER zzz_items_kind__rsync ON items;
DROP FUNCTION zzz_items_kind__rsync();
ALTER TABLE items DROP COLUMN kind__old;
COMMIT;
