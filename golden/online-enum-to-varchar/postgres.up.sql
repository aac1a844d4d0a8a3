-- postgres:14, online, up: 13 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): keep a copy by trigger of column kind of items
ALTER TABLE items ADD COLUMN kind__new varchar(50);
COMMENT ON COLUMN items.kind__new IS 'What it is.';
CREATE FUNCTION zzz_items_kind__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.kind__new := NEW.kind;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_items_kind__sync BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION zzz_items_kind__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (backfill): copy column kind of items
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM items ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM items WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE items SET kind__new = kind
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
-- step 3 (expand): add check for not null of kind__new of items
ALTER TABLE items ADD CONSTRAINT items_kind__new__nn CHECK (kind__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): validate not null of kind__new of items
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
-- step 5 (expand): set not null on kind__new of items
ALTER TABLE items ALTER COLUMN kind__new SET NOT NULL;
ALTER TABLE items DROP CONSTRAINT items_kind__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): create index items_active_kind_idx__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('items_active_kind_idx__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('items_active_kind_idx__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index items_active_kind_idx__new is being built';
    END IF;
    ALTER INDEX items_active_kind_idx__new RENAME TO items_active_kind_idx__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS items_active_kind_idx__new__invalid;
CREATE INDEX CONCURRENTLY items_active_kind_idx__new ON items (active, kind__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): analyze the copy of column kind of items
ANALYZE items;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): put the copy of column kind of items in its place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(items.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM items WHERE kind__new IS DISTINCT FROM kind::varchar(50);
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
ALTER INDEX items_active_kind_idx RENAME TO items_active_kind_idx__old;
ALTER INDEX items_active_kind_idx__new RENAME TO items_active_kind_idx;
CREATE FUNCTION zzz_items_kind__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.kind__old := CASE WHEN NEW.kind IN ('fixed', 'monthly', 'custom') THEN NEW.kind::"PackageType" END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_items_kind__rsync BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION zzz_items_kind__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (expand): add check items_kind_check to items
ALTER TABLE items ADD CONSTRAINT items_kind_check CHECK (kind IN ('fixed', 'monthly', 'custom')) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (expand): validate check items_kind_check
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(items.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM items WHERE (kind IN ('fixed', 'monthly', 'custom')) IS FALSE;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-violations: rows of items violate items_kind_check', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE items VALIDATE CONSTRAINT items_kind_check;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 11 (contract): drop index items_active_kind_idx__old
DROP INDEX CONCURRENTLY items_active_kind_idx__old;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 12 (contract): drop the old column kind of items
DROP TRIGGER zzz_items_kind__rsync ON items;
DROP FUNCTION zzz_items_kind__rsync();
ALTER TABLE items DROP COLUMN kind__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 13 (contract): drop enum PackageType
DROP TYPE "PackageType";
COMMIT;
