-- postgres:14, online, down: 26 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 26 (contract): undo: drop the old enum Status
CREATE TYPE "Status__old" AS ENUM ('fresh', 'paid', 'legacy', 'done');
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 25 (contract): undo: drop the old column status of events
-- loses which rows held the values that were merged
ALTER TABLE events ADD COLUMN status__old "Status__old";
UPDATE events SET status__old = CASE WHEN status::text IN ('fresh', 'paid', 'legacy', 'done') THEN status::text::"Status__old" END;
CREATE FUNCTION zzz_events_status__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.status__old := CASE WHEN NEW.status::text IN ('fresh', 'paid', 'legacy', 'done') THEN NEW.status::text::"Status__old" END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_events_status__rsync BEFORE INSERT OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION zzz_events_status__rsync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 24 (contract): undo: drop index events_status_idx__old
CREATE INDEX CONCURRENTLY events_status_idx__old ON events (status__old);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 23 (contract): undo: drop the old column history of orders
-- loses which rows held the values that were merged
ALTER TABLE orders ADD COLUMN history__old "Status__old"[];
UPDATE orders SET history__old = CASE WHEN history::text[] <@ ARRAY['fresh', 'paid', 'legacy', 'done']::text[] THEN history::text[]::"Status__old"[] END;
CREATE FUNCTION zzz_orders_history__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.history__old := CASE WHEN NEW.history::text[] <@ ARRAY['fresh', 'paid', 'legacy', 'done']::text[] THEN NEW.history::text[]::"Status__old"[] END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_history__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_history__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 22 (contract): undo: drop the old column status of orders
-- loses which rows held the values that were merged
ALTER TABLE orders ADD COLUMN status__old "Status__old";
COMMENT ON COLUMN orders.status__old IS 'Where it stands.';
UPDATE orders SET status__old = CASE WHEN status::text IN ('fresh', 'paid', 'legacy', 'done') THEN status::text::"Status__old" END;
CREATE FUNCTION zzz_orders_status__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.status__old := CASE WHEN NEW.status::text IN ('fresh', 'paid', 'legacy', 'done') THEN NEW.status::text::"Status__old" END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_status__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_status__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 21 (contract): undo: drop unique orders_status_id_key__old
ALTER TABLE orders ADD CONSTRAINT orders_status_id_key__old UNIQUE (status__old, id);
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 20 (contract): undo: drop index orders_open__old
CREATE INDEX CONCURRENTLY orders_open__old ON orders (id) WHERE (status__old <> 'done');
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 19 (expand): undo: put the future enum Status in its place
LOCK TABLE orders, events IN ACCESS EXCLUSIVE MODE;
DROP VIEW paid_orders;
ALTER TYPE "Status" RENAME TO "Status__new";
ALTER TYPE "Status__old" RENAME TO "Status";
DROP TRIGGER zzz_events_status__rsync ON events;
DROP FUNCTION zzz_events_status__rsync();
ALTER TABLE events RENAME COLUMN status TO status__new;
ALTER TABLE events RENAME COLUMN status__old TO status;
ALTER INDEX events_status_idx RENAME TO events_status_idx__new;
ALTER INDEX events_status_idx__old RENAME TO events_status_idx;
CREATE FUNCTION zzz_events_status__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.status__new := CASE NEW.status::text WHEN 'legacy' THEN 'done' ELSE NEW.status::text END::"Status__new";
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_events_status__sync BEFORE INSERT OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION zzz_events_status__sync();
DROP TRIGGER zzz_orders_history__rsync ON orders;
DROP FUNCTION zzz_orders_history__rsync();
ALTER TABLE orders RENAME COLUMN history TO history__new;
ALTER TABLE orders RENAME COLUMN history__old TO history;
CREATE FUNCTION zzz_orders_history__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.history__new := array_replace(NEW.history::text[], 'legacy', 'done')::"Status__new"[];
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_history__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_history__sync();
DROP TRIGGER zzz_orders_status__rsync ON orders;
DROP FUNCTION zzz_orders_status__rsync();
ALTER TABLE orders RENAME COLUMN status TO status__new;
ALTER TABLE orders RENAME COLUMN status__old TO status;
ALTER TABLE orders
  ALTER COLUMN status__new DROP DEFAULT,
  ALTER COLUMN status SET DEFAULT 'fresh',
  ALTER COLUMN status SET NOT NULL;
ALTER INDEX orders_open RENAME TO orders_open__new;
ALTER INDEX orders_open__old RENAME TO orders_open;
ALTER TABLE orders DROP CONSTRAINT orders_status_id_key;
ALTER TABLE orders RENAME CONSTRAINT orders_status_id_key__old TO orders_status_id_key;
CREATE UNIQUE INDEX orders_status_id_key__new ON orders (status__new, id);
ALTER TABLE orders RENAME CONSTRAINT total_of_paid TO total_of_paid__new;
ALTER TABLE orders ADD CONSTRAINT total_of_paid CHECK (status <> 'paid' OR total > 0);
CREATE FUNCTION zzz_orders_status__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.status__new := CASE NEW.status::text WHEN 'legacy' THEN 'done' ELSE NEW.status::text END::"Status__new";
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_status__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_status__sync();
CREATE VIEW paid_orders AS
select id, status from orders where status = 'paid';
COMMIT;

-- step 18 (expand): undo: analyze the copy of column status of events
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 17 (expand): undo: create index events_status_idx__new concurrently
DROP INDEX CONCURRENTLY events_status_idx__new;
RESET lock_timeout;
RESET statement_timeout;

-- step 16 (backfill): undo: copy column status of events
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 15 (expand): undo: keep a copy by trigger of column status of events
DROP TRIGGER zzz_events_status__sync ON events;
DROP FUNCTION zzz_events_status__sync();
ALTER TABLE events DROP COLUMN status__new;
COMMIT;

-- step 14 (expand): undo: analyze the copy of column history of orders
-- nothing to undo: statistics only

-- step 13 (backfill): undo: copy column history of orders
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 12 (expand): undo: keep a copy by trigger of column history of orders
DROP TRIGGER zzz_orders_history__sync ON orders;
DROP FUNCTION zzz_orders_history__sync();
ALTER TABLE orders DROP COLUMN history__new;
COMMIT;

-- step 11 (expand): undo: analyze the copy of column status of orders
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 10 (expand): undo: create index orders_status_id_key__new concurrently
DROP INDEX CONCURRENTLY orders_status_id_key__new;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 9 (expand): undo: create index orders_open__new concurrently
DROP INDEX CONCURRENTLY orders_open__new;
RESET lock_timeout;
RESET statement_timeout;

-- step 8 (expand): undo: validate check total_of_paid__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): undo: carry over check total_of_paid__new
ALTER TABLE orders DROP CONSTRAINT total_of_paid__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (expand): undo: set not null on status__new of orders
ALTER TABLE orders ADD CONSTRAINT orders_status__new__nn CHECK (status__new IS NOT NULL) NOT VALID;
ALTER TABLE orders ALTER COLUMN status__new DROP NOT NULL;
COMMIT;

-- step 5 (expand): undo: validate not null of status__new of orders
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: add check for not null of status__new of orders
ALTER TABLE orders DROP CONSTRAINT orders_status__new__nn;
COMMIT;

-- step 3 (backfill): undo: copy column status of orders
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: keep a copy by trigger of column status of orders
DROP TRIGGER zzz_orders_status__sync ON orders;
DROP FUNCTION zzz_orders_status__sync();
ALTER TABLE orders DROP COLUMN status__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: create the future enum Status
DROP TYPE "Status__new";
COMMIT;
