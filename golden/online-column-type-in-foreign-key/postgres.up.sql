-- postgres:14, online, up: 26 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): keep a copy by trigger of column user_id of carts
ALTER TABLE carts ADD COLUMN user_id__new bigint;
CREATE FUNCTION zzz_carts_user_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.user_id__new := NEW.user_id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_carts_user_id__sync BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION zzz_carts_user_id__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (backfill): copy column user_id of carts
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM carts ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM carts WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE carts SET user_id__new = user_id
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (user_id__new IS NULL AND user_id IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM carts WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): add check for not null of user_id__new of carts
ALTER TABLE carts ADD CONSTRAINT carts_user_id__new__nn CHECK (user_id__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): validate not null of user_id__new of carts
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(carts.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM carts WHERE user_id__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: user_id__new of carts is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE carts VALIDATE CONSTRAINT carts_user_id__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): set not null on user_id__new of carts
ALTER TABLE carts ALTER COLUMN user_id__new SET NOT NULL;
ALTER TABLE carts DROP CONSTRAINT carts_user_id__new__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): create index carts_user_id_idx__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('carts_user_id_idx__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('carts_user_id_idx__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index carts_user_id_idx__new is being built';
    END IF;
    ALTER INDEX carts_user_id_idx__new RENAME TO carts_user_id_idx__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS carts_user_id_idx__new__invalid;
CREATE INDEX CONCURRENTLY carts_user_id_idx__new ON carts (user_id__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): carry over foreign key carts_user_id_fkey__new
LOCK TABLE users, carts IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE carts ADD CONSTRAINT carts_user_id_fkey__new FOREIGN KEY (user_id__new) REFERENCES users (id) ON DELETE CASCADE NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): validate foreign key carts_user_id_fkey__new
ALTER TABLE carts VALIDATE CONSTRAINT carts_user_id_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (expand): analyze the copy of column user_id of carts
ANALYZE carts;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (expand): put the copy of column user_id of carts in its place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(carts.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM carts WHERE user_id__new IS DISTINCT FROM user_id::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: user_id of carts is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE users, carts IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_carts_user_id__sync ON carts;
DROP FUNCTION zzz_carts_user_id__sync();
ALTER TABLE carts RENAME COLUMN user_id TO user_id__old;
ALTER TABLE carts RENAME COLUMN user_id__new TO user_id;
ALTER TABLE carts ALTER COLUMN user_id__old DROP NOT NULL;
ALTER TABLE carts DROP CONSTRAINT carts_user_id_fkey;
ALTER TABLE carts RENAME CONSTRAINT carts_user_id_fkey__new TO carts_user_id_fkey;
ALTER INDEX carts_user_id_idx RENAME TO carts_user_id_idx__old;
ALTER INDEX carts_user_id_idx__new RENAME TO carts_user_id_idx;
CREATE FUNCTION zzz_carts_user_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.user_id__old := CASE WHEN NEW.user_id <= 2147483647 AND NEW.user_id >= -2147483647 THEN NEW.user_id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_carts_user_id__rsync BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION zzz_carts_user_id__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 11 (expand): keep a copy by trigger of column kind of carts
ALTER TABLE carts ADD COLUMN kind__new integer;
CREATE FUNCTION zzz_carts_kind__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.kind__new := NEW.kind;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_carts_kind__sync BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION zzz_carts_kind__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 12 (backfill): copy column kind of carts
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM carts ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM carts WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE carts SET kind__new = kind
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (kind__new IS NULL AND kind IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM carts WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 13 (expand): add check for not null of kind__new of carts
ALTER TABLE carts ADD CONSTRAINT carts_kind__new__nn CHECK (kind__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 14 (expand): validate not null of kind__new of carts
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(carts.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM carts WHERE kind__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: kind__new of carts is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE carts VALIDATE CONSTRAINT carts_kind__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 15 (expand): set not null on kind__new of carts
ALTER TABLE carts ALTER COLUMN kind__new SET NOT NULL;
ALTER TABLE carts DROP CONSTRAINT carts_kind__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 16 (expand): analyze the copy of column kind of carts
ANALYZE carts;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 17 (expand): put the copy of column kind of carts in its place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(carts.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM carts WHERE kind__new IS DISTINCT FROM kind::integer;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: kind of carts is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE carts IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_carts_kind__sync ON carts;
DROP FUNCTION zzz_carts_kind__sync();
ALTER TABLE carts RENAME COLUMN kind TO kind__old;
ALTER TABLE carts RENAME COLUMN kind__new TO kind;
ALTER TABLE carts ALTER COLUMN kind__old DROP NOT NULL;
CREATE FUNCTION zzz_carts_kind__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.kind__old := CASE WHEN NEW.kind <= 32767 AND NEW.kind >= -32767 THEN NEW.kind::smallint END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_carts_kind__rsync BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION zzz_carts_kind__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 18 (expand): add column slug of carts
ALTER TABLE carts ADD COLUMN slug varchar(30);
CREATE FUNCTION zzz_carts_slug__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.slug := coalesce(NEW.slug, 'cart-' || NEW.id);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_carts_slug__sync BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION zzz_carts_slug__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 19 (backfill): fill column slug of carts
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM carts ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM carts WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE carts SET slug = 'cart-' || id
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (slug IS NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM carts WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 20 (expand): add check for not null of slug of carts
ALTER TABLE carts ADD CONSTRAINT carts_slug__nn CHECK (slug IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 21 (expand): validate not null of slug of carts
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(carts.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM carts WHERE slug IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: slug of carts is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE carts VALIDATE CONSTRAINT carts_slug__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 22 (expand): set not null on slug of carts
ALTER TABLE carts ALTER COLUMN slug SET NOT NULL;
ALTER TABLE carts DROP CONSTRAINT carts_slug__nn;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 23 (contract): drop index carts_user_id_idx__old
DROP INDEX CONCURRENTLY carts_user_id_idx__old;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 24 (contract): drop the old column user_id of carts
DROP TRIGGER zzz_carts_user_id__rsync ON carts;
DROP FUNCTION zzz_carts_user_id__rsync();
ALTER TABLE carts DROP COLUMN user_id__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 25 (contract): drop the old column kind of carts
DROP TRIGGER zzz_carts_kind__rsync ON carts;
DROP FUNCTION zzz_carts_kind__rsync();
ALTER TABLE carts DROP COLUMN kind__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 26 (contract): stop filling column slug of carts
DROP TRIGGER zzz_carts_slug__sync ON carts;
DROP FUNCTION zzz_carts_slug__sync();
COMMIT;
