-- postgres:14, online, down: 8 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (contract): undo: drop the old column amount of items
ALTER TABLE items ADD COLUMN amount__old integer;
UPDATE items SET amount__old = CASE WHEN amount <= 2147483647 AND amount >= -2147483647 THEN amount::integer END;
CREATE FUNCTION zzz_items_amount__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.amount__old := CASE WHEN NEW.amount <= 2147483647 AND NEW.amount >= -2147483647 THEN NEW.amount::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_items_amount__rsync BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION zzz_items_amount__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): undo: put the copy of column amount of items in its place
LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_items_amount__rsync ON items;
DROP FUNCTION zzz_items_amount__rsync();
ALTER TABLE items RENAME COLUMN amount TO amount__new;
ALTER TABLE items RENAME COLUMN amount__old TO amount;
ALTER TABLE items ALTER COLUMN amount SET NOT NULL;
CREATE FUNCTION zzz_items_amount__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.amount__new := NEW.amount;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_items_amount__sync BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION zzz_items_amount__sync();
COMMIT;

-- step 6 (expand): undo: analyze the copy of column amount of items
-- nothing to undo: statistics only

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: set not null on amount__new of items
ALTER TABLE items ADD CONSTRAINT items_amount__new__nn CHECK (amount__new IS NOT NULL) NOT VALID;
ALTER TABLE items ALTER COLUMN amount__new DROP NOT NULL;
COMMIT;

-- step 4 (expand): undo: validate not null of amount__new of items
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add check for not null of amount__new of items
ALTER TABLE items DROP CONSTRAINT items_amount__new__nn;
COMMIT;

-- step 2 (backfill): undo: copy column amount of items
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: keep a copy by trigger of column amount of items
DROP TRIGGER zzz_items_amount__sync ON items;
DROP FUNCTION zzz_items_amount__sync();
ALTER TABLE items DROP COLUMN amount__new;
COMMIT;
