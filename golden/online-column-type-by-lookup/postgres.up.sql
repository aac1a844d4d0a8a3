-- postgres:14, online, up: 12 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): keep a copy by trigger of column userId of carts
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(carts.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM carts WHERE (select u.id from users u where u."legacyNo" = carts."userId") IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard converts: the expression behind `using` gives NULL for userId of carts', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE carts ADD COLUMN "userId__new" uuid;
CREATE FUNCTION "zzz_carts_userId__sync"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW."userId__new" := (SELECT (select u.id from users u where u."legacyNo" = carts."userId") FROM (SELECT NEW.*) AS carts);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER "zzz_carts_userId__sync" BEFORE INSERT OR UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION "zzz_carts_userId__sync"();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (backfill): copy column userId of carts
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM carts ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM carts WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE carts SET "userId__new" = (select u.id from users u where u."legacyNo" = carts."userId")
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND ("userId__new" IS NULL);
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
-- step 3 (expand): add check for not null of userId__new of carts
ALTER TABLE carts ADD CONSTRAINT "carts_userId__new__nn" CHECK ("userId__new" IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): validate not null of userId__new of carts
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(carts.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM carts WHERE "userId__new" IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: userId__new of carts is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE carts VALIDATE CONSTRAINT "carts_userId__new__nn";
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): set not null on userId__new of carts
ALTER TABLE carts ALTER COLUMN "userId__new" SET NOT NULL;
ALTER TABLE carts DROP CONSTRAINT "carts_userId__new__nn";
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): create index carts_userId_idx__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('"carts_userId_idx__new"')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('"carts_userId_idx__new"')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index "carts_userId_idx__new" is being built';
    END IF;
    ALTER INDEX "carts_userId_idx__new" RENAME TO "carts_userId_idx__new__invalid";
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS "carts_userId_idx__new__invalid";
CREATE INDEX CONCURRENTLY "carts_userId_idx__new" ON carts ("userId__new");
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): analyze the copy of column userId of carts
ANALYZE carts;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): put the copy of column userId of carts in its place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(carts.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM carts WHERE "userId__new" IS DISTINCT FROM (select u.id from users u where u."legacyNo" = carts."userId")::uuid;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: userId of carts is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE carts IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "zzz_carts_userId__sync" ON carts;
DROP FUNCTION "zzz_carts_userId__sync"();
ALTER TABLE carts RENAME COLUMN "userId" TO "userId__old";
ALTER TABLE carts RENAME COLUMN "userId__new" TO "userId";
ALTER TABLE carts ALTER COLUMN "userId__old" DROP NOT NULL;
ALTER INDEX "carts_userId_idx" RENAME TO "carts_userId_idx__old";
ALTER INDEX "carts_userId_idx__new" RENAME TO "carts_userId_idx";
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (expand): add foreign key carts_userId_fkey to carts
LOCK TABLE users, carts IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE carts ADD CONSTRAINT "carts_userId_fkey" FOREIGN KEY ("userId") REFERENCES users (id) ON DELETE CASCADE NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (expand): validate foreign key carts_userId_fkey
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(concat_ws(', ', child."userId"::text), 200)) INTO schemac_rows, schemac_sample
    FROM carts AS child WHERE child."userId" IS NOT NULL AND
    NOT EXISTS (SELECT 1 FROM users AS parent WHERE parent.id = child."userId");
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-orphans: rows of carts refer to rows of users that do not exist', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE carts VALIDATE CONSTRAINT "carts_userId_fkey";
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 11 (contract): drop index carts_userId_idx__old
DROP INDEX CONCURRENTLY "carts_userId_idx__old";
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 12 (contract): drop the old column userId of carts
ALTER TABLE carts DROP COLUMN "userId__old";
COMMIT;
