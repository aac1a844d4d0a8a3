-- postgres:14, online, down: 34 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- this migration cannot be undone as a whole, so nothing of it is:
-- step 34 (drop the old column changed of invoices): the old values of changed cannot be computed from the new ones
DO $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'schemac guard no-undo: cannot be undone: step 34 (drop the old column changed of invoices): the old values of changed cannot be computed from the new ones';
END
$guard$;

-- step 34 (contract): undo: drop the old column changed of invoices
-- cannot be undone: the old values of changed cannot be computed from the new ones

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 33 (contract): undo: drop the old column amount of invoices
ALTER TABLE invoices ADD COLUMN amount__old integer;
COMMENT ON COLUMN invoices.amount__old IS 'In cents.';
SET LOCAL schemac.backfill = on;
UPDATE invoices SET amount__old = CASE WHEN amount <= 2147483647 AND amount >= -2147483647 THEN amount::integer END;
CREATE FUNCTION zzz_invoices_amount__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.amount__old := CASE WHEN NEW.amount <= 2147483647 AND NEW.amount >= -2147483647 THEN NEW.amount::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_invoices_amount__rsync BEFORE INSERT OR UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION zzz_invoices_amount__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 32 (contract): undo: drop unique invoices_amount_kind_key__old
ALTER TABLE invoices ADD CONSTRAINT invoices_amount_kind_key__old UNIQUE (amount__old, kind);
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 31 (contract): undo: drop index invoices_expr__old
CREATE UNIQUE INDEX CONCURRENTLY invoices_expr__old ON invoices ((amount__old + 1), kind);
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 30 (contract): undo: drop index invoices_big__old
CREATE INDEX CONCURRENTLY invoices_big__old ON invoices (id) WHERE (amount__old > 100);
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 29 (contract): undo: drop index invoices_kind_amount_idx__old
CREATE INDEX CONCURRENTLY invoices_kind_amount_idx__old ON invoices (kind, amount__old);
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 28 (expand): undo: create trigger invoices.a_touch
DROP TRIGGER a_touch ON invoices;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 27 (expand): undo: create materialized view totals
DROP MATERIALIZED VIEW totals;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 26 (expand): undo: create view bigger_invoices
DROP VIEW bigger_invoices;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 25 (expand): undo: create view big_invoices
DROP VIEW big_invoices;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 24 (expand): undo: put the copy of column changed of invoices in its place
-- loses values written to changed since the swap
LOCK TABLE invoices IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER invoices_changed_on_update ON invoices;
DROP FUNCTION invoices_changed_on_update();
ALTER TABLE invoices RENAME COLUMN changed TO changed__new;
ALTER TABLE invoices RENAME COLUMN changed__old TO changed;
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
CREATE FUNCTION zzz_invoices_changed__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.changed__new := NEW.changed AT TIME ZONE 'UTC';
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_invoices_changed__sync BEFORE INSERT OR UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION zzz_invoices_changed__sync();
COMMIT;

-- step 23 (expand): undo: analyze the copy of column changed of invoices
-- nothing to undo: statistics only

-- step 22 (backfill): undo: copy column changed of invoices
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 21 (expand): undo: keep a copy by trigger of column changed of invoices
DROP TRIGGER zzz_invoices_changed__sync ON invoices;
DROP FUNCTION zzz_invoices_changed__sync();
ALTER TABLE invoices DROP COLUMN changed__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 20 (expand): undo: change type of code of invoices
ALTER TABLE invoices ALTER COLUMN code TYPE varchar(10);
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 19 (expand): undo: put the copy of column amount of invoices in its place
LOCK TABLE invoices IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_invoices_amount__rsync ON invoices;
DROP FUNCTION zzz_invoices_amount__rsync();
ALTER TABLE invoices RENAME COLUMN amount TO amount__new;
ALTER TABLE invoices RENAME COLUMN amount__old TO amount;
ALTER TABLE invoices
  ALTER COLUMN amount__new DROP DEFAULT,
  ALTER COLUMN amount SET DEFAULT 7,
  ALTER COLUMN amount SET NOT NULL;
ALTER INDEX invoices_expr RENAME TO invoices_expr__new;
ALTER INDEX invoices_expr__old RENAME TO invoices_expr;
ALTER INDEX invoices_big RENAME TO invoices_big__new;
ALTER INDEX invoices_big__old RENAME TO invoices_big;
ALTER INDEX invoices_kind_amount_idx RENAME TO invoices_kind_amount_idx__new;
ALTER INDEX invoices_kind_amount_idx__old RENAME TO invoices_kind_amount_idx;
ALTER TABLE invoices DROP CONSTRAINT invoices_amount_kind_key;
ALTER TABLE invoices RENAME CONSTRAINT invoices_amount_kind_key__old TO invoices_amount_kind_key;
CREATE UNIQUE INDEX invoices_amount_kind_key__new ON invoices (amount__new, kind);
ALTER TABLE invoices RENAME CONSTRAINT amount_sane TO amount_sane__new;
ALTER TABLE invoices ADD CONSTRAINT amount_sane CHECK (amount < 1000000 AND kind <> 'x');
ALTER TABLE invoices RENAME CONSTRAINT invoices_amount_check TO invoices_amount_check__new;
ALTER TABLE invoices ADD CONSTRAINT invoices_amount_check CHECK (amount >= 0);
CREATE FUNCTION zzz_invoices_amount__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.amount__new := NEW.amount;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_invoices_amount__sync BEFORE INSERT OR UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION zzz_invoices_amount__sync();
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
-- step 18 (expand): undo: drop view big_invoices
CREATE VIEW big_invoices AS
select id, code, amount, changed from invoices where amount > 100;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 17 (expand): undo: drop view bigger_invoices
CREATE VIEW bigger_invoices AS
select id, amount from big_invoices where amount > 200;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 16 (expand): undo: drop materialized view totals
CREATE MATERIALIZED VIEW totals AS
select kind, sum(amount) as total from invoices group by kind;
CREATE INDEX totals_kind_idx ON totals (kind);
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 15 (expand): undo: drop trigger invoices.a_touch
CREATE TRIGGER a_touch before update of amount on invoices for each row EXECUTE FUNCTION touch_invoice();
COMMIT;

-- step 14 (expand): undo: analyze the copy of column amount of invoices
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 13 (expand): undo: create index invoices_amount_kind_key__new concurrently
DROP INDEX CONCURRENTLY invoices_amount_kind_key__new;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 12 (expand): undo: create index invoices_expr__new concurrently
DROP INDEX CONCURRENTLY invoices_expr__new;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 11 (expand): undo: create index invoices_big__new concurrently
DROP INDEX CONCURRENTLY invoices_big__new;
RESET lock_timeout;
RESET statement_timeout;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 10 (expand): undo: create index invoices_kind_amount_idx__new concurrently
DROP INDEX CONCURRENTLY invoices_kind_amount_idx__new;
RESET lock_timeout;
RESET statement_timeout;

-- step 9 (expand): undo: validate check amount_sane__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): undo: carry over check amount_sane__new
ALTER TABLE invoices DROP CONSTRAINT amount_sane__new;
COMMIT;

-- step 7 (expand): undo: validate check invoices_amount_check__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (expand): undo: carry over check invoices_amount_check__new
ALTER TABLE invoices DROP CONSTRAINT invoices_amount_check__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: set not null on amount__new of invoices
ALTER TABLE invoices ADD CONSTRAINT invoices_amount__new__nn CHECK (amount__new IS NOT NULL) NOT VALID;
ALTER TABLE invoices ALTER COLUMN amount__new DROP NOT NULL;
COMMIT;

-- step 4 (expand): undo: validate not null of amount__new of invoices
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add check for not null of amount__new of invoices
ALTER TABLE invoices DROP CONSTRAINT invoices_amount__new__nn;
COMMIT;

-- step 2 (backfill): undo: copy column amount of invoices
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: keep a copy by trigger of column amount of invoices
DROP TRIGGER zzz_invoices_amount__sync ON invoices;
DROP FUNCTION zzz_invoices_amount__sync();
ALTER TABLE invoices DROP COLUMN amount__new;
COMMIT;
