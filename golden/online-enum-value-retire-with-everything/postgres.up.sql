-- postgres:14, online, up: 26 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): create the future enum Status
CREATE TYPE "Status__new" AS ENUM ('fresh', 'done', 'paid');
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): keep a copy by trigger of column status of orders
ALTER TABLE orders ADD COLUMN status__new "Status__new";
COMMENT ON COLUMN orders.status__new IS 'Where it stands.';
CREATE FUNCTION zzz_orders_status__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.status__new := CASE NEW.status::text WHEN 'legacy' THEN 'done' ELSE NEW.status::text END::"Status__new";
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_status__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_status__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 3 (backfill): copy column status of orders
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM orders ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM orders WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE orders SET status__new = CASE status::text WHEN 'legacy' THEN 'done' ELSE status::text END::"Status__new"
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (status__new IS NULL AND status IS NOT NULL);
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
-- step 4 (expand): add check for not null of status__new of orders
ALTER TABLE orders ADD CONSTRAINT orders_status__new__nn CHECK (status__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): validate not null of status__new of orders
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(orders.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM orders WHERE status__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: status__new of orders is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE orders VALIDATE CONSTRAINT orders_status__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (expand): set not null on status__new of orders
ALTER TABLE orders ALTER COLUMN status__new SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_status__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): carry over check total_of_paid__new
ALTER TABLE orders ADD CONSTRAINT total_of_paid__new CHECK (status__new <> 'paid' OR total > 0) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): validate check total_of_paid__new
ALTER TABLE orders VALIDATE CONSTRAINT total_of_paid__new;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 9 (expand): create index orders_open__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('orders_open__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('orders_open__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index orders_open__new is being built';
    END IF;
    ALTER INDEX orders_open__new RENAME TO orders_open__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS orders_open__new__invalid;
CREATE INDEX CONCURRENTLY orders_open__new ON orders (id) WHERE (status__new <> 'done');
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 10 (expand): create index orders_status_id_key__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('orders_status_id_key__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('orders_status_id_key__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index orders_status_id_key__new is being built';
    END IF;
    ALTER INDEX orders_status_id_key__new RENAME TO orders_status_id_key__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS orders_status_id_key__new__invalid;
CREATE UNIQUE INDEX CONCURRENTLY orders_status_id_key__new ON orders (status__new, id);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 11 (expand): analyze the copy of column status of orders
ANALYZE orders;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 12 (expand): keep a copy by trigger of column history of orders
ALTER TABLE orders ADD COLUMN history__new "Status__new"[];
CREATE FUNCTION zzz_orders_history__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.history__new := array_replace(NEW.history::text[], 'legacy', 'done')::"Status__new"[];
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_history__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_history__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 13 (backfill): copy column history of orders
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 integer;
  schemac_last_1 integer;
BEGIN
  SELECT id INTO schemac_first_1 FROM orders ORDER BY id LIMIT 1;
  WHILE FOUND LOOP
    SELECT id INTO schemac_last_1 FROM (SELECT id FROM orders WHERE id >= schemac_first_1 ORDER BY id LIMIT 1000) AS page ORDER BY id DESC LIMIT 1;
    UPDATE orders SET history__new = array_replace(history::text[], 'legacy', 'done')::"Status__new"[]
      WHERE id >= schemac_first_1 AND id <= schemac_last_1 AND (history__new IS NULL);
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
-- step 14 (expand): analyze the copy of column history of orders
ANALYZE orders;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 15 (expand): keep a copy by trigger of column status of events
ALTER TABLE events ADD COLUMN status__new "Status__new";
CREATE FUNCTION zzz_events_status__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.status__new := CASE NEW.status::text WHEN 'legacy' THEN 'done' ELSE NEW.status::text END::"Status__new";
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_events_status__sync BEFORE INSERT OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION zzz_events_status__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 16 (backfill): copy column status of events
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_blocks bigint;
  schemac_block bigint := 0;
BEGIN
  SELECT pg_relation_size('events'::regclass) / current_setting('block_size')::bigint INTO schemac_blocks;
  WHILE schemac_block <= schemac_blocks LOOP
    UPDATE events SET status__new = CASE status::text WHEN 'legacy' THEN 'done' ELSE status::text END::"Status__new"
      WHERE ctid >= format('(%s,0)', schemac_block)::tid AND ctid < format('(%s,0)', schemac_block + 100)::tid AND (status__new IS NULL AND status IS NOT NULL);
    COMMIT;
    schemac_block := schemac_block + 100;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 17 (expand): create index events_status_idx__new concurrently
DO $leftover$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('events_status_idx__new')) THEN
    IF EXISTS (SELECT 1 FROM pg_stat_progress_create_index WHERE index_relid = to_regclass('events_status_idx__new')) THEN
      RAISE EXCEPTION USING MESSAGE = 'schemac guard no-build-running: index events_status_idx__new is being built';
    END IF;
    ALTER INDEX events_status_idx__new RENAME TO events_status_idx__new__invalid;
  END IF;
END
$leftover$;
DROP INDEX CONCURRENTLY IF EXISTS events_status_idx__new__invalid;
CREATE INDEX CONCURRENTLY events_status_idx__new ON events (status__new);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 18 (expand): analyze the copy of column status of events
ANALYZE events;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 19 (expand): put the future enum Status in its place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(orders.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM orders WHERE status__new IS DISTINCT FROM CASE status::text WHEN 'legacy' THEN 'done' ELSE status::text END::"Status__new"::"Status__new";
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: status of orders is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(orders.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM orders WHERE history__new IS DISTINCT FROM array_replace(history::text[], 'legacy', 'done')::"Status__new"[]::"Status__new"[];
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: history of orders is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(events.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM events WHERE status__new IS DISTINCT FROM CASE status::text WHEN 'legacy' THEN 'done' ELSE status::text END::"Status__new"::"Status__new";
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: status of events is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE orders, events IN ACCESS EXCLUSIVE MODE;
DROP VIEW paid_orders;
ALTER TYPE "Status" RENAME TO "Status__old";
ALTER TYPE "Status__new" RENAME TO "Status";
DROP TRIGGER zzz_orders_status__sync ON orders;
DROP FUNCTION zzz_orders_status__sync();
ALTER TABLE orders RENAME COLUMN status TO status__old;
ALTER TABLE orders RENAME COLUMN status__new TO status;
ALTER TABLE orders
  ALTER COLUMN status SET DEFAULT 'done',
  ALTER COLUMN status__old DROP DEFAULT,
  ALTER COLUMN status__old DROP NOT NULL;
ALTER TABLE orders DROP CONSTRAINT total_of_paid;
ALTER TABLE orders RENAME CONSTRAINT total_of_paid__new TO total_of_paid;
ALTER TABLE orders RENAME CONSTRAINT orders_status_id_key TO orders_status_id_key__old;
ALTER TABLE orders ADD CONSTRAINT orders_status_id_key UNIQUE USING INDEX orders_status_id_key__new;
ALTER INDEX orders_open RENAME TO orders_open__old;
ALTER INDEX orders_open__new RENAME TO orders_open;
CREATE FUNCTION zzz_orders_status__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.status__old := CASE WHEN NEW.status::text IN ('fresh', 'paid', 'legacy', 'done') THEN NEW.status::text::"Status__old" END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_status__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_status__rsync();
DROP TRIGGER zzz_orders_history__sync ON orders;
DROP FUNCTION zzz_orders_history__sync();
ALTER TABLE orders RENAME COLUMN history TO history__old;
ALTER TABLE orders RENAME COLUMN history__new TO history;
CREATE FUNCTION zzz_orders_history__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.history__old := CASE WHEN NEW.history::text[] <@ ARRAY['fresh', 'paid', 'legacy', 'done']::text[] THEN NEW.history::text[]::"Status__old"[] END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_history__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_history__rsync();
DROP TRIGGER zzz_events_status__sync ON events;
DROP FUNCTION zzz_events_status__sync();
ALTER TABLE events RENAME COLUMN status TO status__old;
ALTER TABLE events RENAME COLUMN status__new TO status;
ALTER INDEX events_status_idx RENAME TO events_status_idx__old;
ALTER INDEX events_status_idx__new RENAME TO events_status_idx;
CREATE FUNCTION zzz_events_status__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.status__old := CASE WHEN NEW.status::text IN ('fresh', 'paid', 'legacy', 'done') THEN NEW.status::text::"Status__old" END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_events_status__rsync BEFORE INSERT OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION zzz_events_status__rsync();
CREATE VIEW paid_orders AS
select id, status from orders where status = 'paid';
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 20 (contract): drop index orders_open__old
DROP INDEX CONCURRENTLY orders_open__old;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 21 (contract): drop unique orders_status_id_key__old
ALTER TABLE orders DROP CONSTRAINT orders_status_id_key__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 22 (contract): drop the old column status of orders
DROP TRIGGER zzz_orders_status__rsync ON orders;
DROP FUNCTION zzz_orders_status__rsync();
ALTER TABLE orders DROP COLUMN status__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 23 (contract): drop the old column history of orders
DROP TRIGGER zzz_orders_history__rsync ON orders;
DROP FUNCTION zzz_orders_history__rsync();
ALTER TABLE orders DROP COLUMN history__old;
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 24 (contract): drop index events_status_idx__old
DROP INDEX CONCURRENTLY events_status_idx__old;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 25 (contract): drop the old column status of events
DROP TRIGGER zzz_events_status__rsync ON events;
DROP FUNCTION zzz_events_status__rsync();
ALTER TABLE events DROP COLUMN status__old;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 26 (contract): drop the old enum Status
DROP TYPE "Status__old";
COMMIT;
