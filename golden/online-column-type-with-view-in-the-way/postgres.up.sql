-- postgres:14, online, up: 34 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): keep a copy by trigger of column amount of invoices
ALTER TABLE invoices ADD COLUMN amount__new bigint;
COMMENT ON COLUMN invoices.amount__new IS 'In cents.';
CREATE FUNCTION zzz_invoices_amount__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.amount__new := NEW.amount;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_invoices_amount__sync BEFORE INSERT OR UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION zzz_invoices_amount__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (backfill): copy column amount of invoices
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM invoices ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM invoices WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    PERFORM set_config('schemac.backfill', 'on', true);
    UPDATE invoices SET amount__new = amount
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (amount__new IS NULL AND amount IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM invoices WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): add check for not null of amount__new of invoices
ALTER TABLE invoices ADD CONSTRAINT invoices_amount__new__nn CHECK (amount__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): validate not null of amount__new of invoices
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(invoices.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM invoices WHERE amount__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: amount__new of invoices is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE invoices VALIDATE CONSTRAINT invoices_amount__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): set not null on amount__new of invoices
ALTER TABLE invoices ALTER COLUMN amount__new SET NOT NULL;
ALTER TABLE invoices DROP CONSTRAINT invoices_amount__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (expand): carry over check invoices_amount_check__new
ALTER TABLE invoices ADD CONSTRAINT invoices_amount_check__new CHECK (amount__new >= 0) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): validate check invoices_amount_check__new
ALTER TABLE invoices VALIDATE CONSTRAINT invoices_amount_check__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): carry over check amount_sane__new
ALTER TABLE invoices ADD CONSTRAINT amount_sane__new CHECK (amount__new < 1000000 AND kind <> 'x') NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (expand): validate check amount_sane__new
ALTER TABLE invoices VALIDATE CONSTRAINT amount_sane__new;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 10 (expand): create index invoices_kind_amount_idx__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('invoices_kind_amount_idx__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('invoices_kind_amount_idx__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index invoices_kind_amount_idx__new is being built';
    END IF;
    ALTER INDEX invoices_kind_amount_idx__new RENAME TO invoices_kind_amount_idx__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS invoices_kind_amount_idx__new__invalid;
CREATE INDEX CONCURRENTLY invoices_kind_amount_idx__new ON invoices (kind, amount__new);
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 11 (expand): create index invoices_big__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('invoices_big__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('invoices_big__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index invoices_big__new is being built';
    END IF;
    ALTER INDEX invoices_big__new RENAME TO invoices_big__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS invoices_big__new__invalid;
CREATE INDEX CONCURRENTLY invoices_big__new ON invoices (id) WHERE (amount__new > 100);
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 12 (expand): create index invoices_expr__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('invoices_expr__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('invoices_expr__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index invoices_expr__new is being built';
    END IF;
    ALTER INDEX invoices_expr__new RENAME TO invoices_expr__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS invoices_expr__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY invoices_expr__new ON invoices ((amount__new + 1), kind);
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 13 (expand): create index invoices_amount_kind_key__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('invoices_amount_kind_key__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('invoices_amount_kind_key__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index invoices_amount_kind_key__new is being built';
    END IF;
    ALTER INDEX invoices_amount_kind_key__new RENAME TO invoices_amount_kind_key__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS invoices_amount_kind_key__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY invoices_amount_kind_key__new ON invoices (amount__new, kind);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 14 (expand): analyze the copy of column amount of invoices
ANALYZE invoices;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 15 (expand): drop trigger invoices.a_touch
DROP TRIGGER a_touch ON invoices;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 16 (expand): drop materialized view totals
DROP MATERIALIZED VIEW totals;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 17 (expand): drop view bigger_invoices
DROP VIEW bigger_invoices;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 18 (expand): drop view big_invoices
DROP VIEW big_invoices;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 19 (expand): put the copy of column amount of invoices in its place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(invoices.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM invoices WHERE amount__new IS DISTINCT FROM amount::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: amount of invoices is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE invoices IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_invoices_amount__sync ON invoices;
DROP FUNCTION zzz_invoices_amount__sync();
ALTER TABLE invoices RENAME COLUMN amount TO amount__old;
ALTER TABLE invoices RENAME COLUMN amount__new TO amount;
ALTER TABLE invoices
  ALTER COLUMN amount SET DEFAULT 9,
  ALTER COLUMN amount__old DROP DEFAULT,
  ALTER COLUMN amount__old DROP NOT NULL;
ALTER TABLE invoices DROP CONSTRAINT invoices_amount_check;
ALTER TABLE invoices RENAME CONSTRAINT invoices_amount_check__new TO invoices_amount_check;
ALTER TABLE invoices DROP CONSTRAINT amount_sane;
ALTER TABLE invoices RENAME CONSTRAINT amount_sane__new TO amount_sane;
ALTER TABLE invoices RENAME CONSTRAINT invoices_amount_kind_key TO invoices_amount_kind_key__old;
ALTER TABLE invoices ADD CONSTRAINT invoices_amount_kind_key UNIQUE USING INDEX invoices_amount_kind_key__new;
ALTER INDEX invoices_kind_amount_idx RENAME TO invoices_kind_amount_idx__old;
ALTER INDEX invoices_kind_amount_idx__new RENAME TO invoices_kind_amount_idx;
ALTER INDEX invoices_big RENAME TO invoices_big__old;
ALTER INDEX invoices_big__new RENAME TO invoices_big;
ALTER INDEX invoices_expr RENAME TO invoices_expr__old;
ALTER INDEX invoices_expr__new RENAME TO invoices_expr;
CREATE FUNCTION zzz_invoices_amount__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.amount__old := CASE WHEN NEW.amount <= 2147483647 AND NEW.amount >= -2147483647 THEN NEW.amount::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_invoices_amount__rsync BEFORE INSERT OR UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION zzz_invoices_amount__rsync();
CREATE OR REPLACE FUNCTION touch_invoice() returns trigger language plpgsql AS $$
begin
  new.note := 'amount ' || new.amount;
  return new;
end
$$;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 20 (expand): change type of code of invoices
ALTER TABLE invoices ALTER COLUMN code TYPE text;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 21 (expand): keep a copy by trigger of column changed of invoices
ALTER TABLE invoices ADD COLUMN changed__new timestamptz;
CREATE FUNCTION zzz_invoices_changed__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.changed__new := NEW.changed AT TIME ZONE 'UTC';
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_invoices_changed__sync BEFORE INSERT OR UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION zzz_invoices_changed__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 22 (backfill): copy column changed of invoices
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM invoices ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM invoices WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    PERFORM set_config('schemac.backfill', 'on', true);
    UPDATE invoices SET changed__new = changed AT TIME ZONE 'UTC'
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (changed__new IS NULL AND changed IS NOT NULL);
    COMMIT;
    SELECT id INTO schemac_first_1 FROM invoices WHERE id > schemac_last_1 ORDER BY id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 23 (expand): analyze the copy of column changed of invoices
ANALYZE invoices;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 24 (expand): put the copy of column changed of invoices in its place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(invoices.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM invoices WHERE changed__new IS DISTINCT FROM (changed AT TIME ZONE 'UTC')::timestamptz;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: changed of invoices is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE invoices IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_invoices_changed__sync ON invoices;
DROP FUNCTION zzz_invoices_changed__sync();
DROP TRIGGER invoices_changed_on_update ON invoices;
DROP FUNCTION invoices_changed_on_update();
ALTER TABLE invoices RENAME COLUMN changed TO changed__old;
ALTER TABLE invoices RENAME COLUMN changed__new TO changed;
CREATE FUNCTION invoices_changed_on_update() RETURNS trigger LANGUAGE plpgsql AS $trigger$
BEGIN
  IF NEW.changed IS NOT DISTINCT FROM OLD.changed
    AND current_setting('schemac.backfill', true) IS DISTINCT FROM 'on' THEN
    NEW.changed := now();
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER invoices_changed_on_update BEFORE UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION invoices_changed_on_update();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 25 (expand): create view big_invoices
CREATE VIEW big_invoices AS
select id, code, amount, changed from invoices where amount > 100;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 26 (expand): create view bigger_invoices
CREATE VIEW bigger_invoices AS
select id, amount from big_invoices where amount > 200;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 27 (expand): create materialized view totals
CREATE MATERIALIZED VIEW totals AS
select kind, sum(amount) as total from invoices group by kind;
CREATE INDEX totals_kind_idx ON totals (kind);
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 28 (expand): create trigger invoices.a_touch
CREATE TRIGGER a_touch before update of amount on invoices for each row EXECUTE FUNCTION touch_invoice();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 29 (contract): drop index invoices_kind_amount_idx__old
DROP INDEX CONCURRENTLY invoices_kind_amount_idx__old;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 30 (contract): drop index invoices_big__old
DROP INDEX CONCURRENTLY invoices_big__old;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 31 (contract): drop index invoices_expr__old
DROP INDEX CONCURRENTLY invoices_expr__old;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 32 (contract): drop unique invoices_amount_kind_key__old
ALTER TABLE invoices DROP CONSTRAINT invoices_amount_kind_key__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 33 (contract): drop the old column amount of invoices
DROP TRIGGER zzz_invoices_amount__rsync ON invoices;
DROP FUNCTION zzz_invoices_amount__rsync();
ALTER TABLE invoices DROP COLUMN amount__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 34 (contract): drop the old column changed of invoices
ALTER TABLE invoices DROP COLUMN changed__old;
COMMIT;
