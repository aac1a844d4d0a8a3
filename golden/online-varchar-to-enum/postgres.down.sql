-- postgres:14, online, down: 10 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (contract): undo: drop the old column kind of items
ALTER TABLE items ADD COLUMN kind__old varchar(50);
UPDATE items SET kind__old = kind::text::varchar(50);
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
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (expand): undo: put the copy of column kind of items in its place
LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_items_kind__rsync ON items;
DROP FUNCTION zzz_items_kind__rsync();
ALTER TABLE items RENAME COLUMN kind TO kind__new;
ALTER TABLE items RENAME COLUMN kind__old TO kind;
ALTER TABLE items
  ALTER COLUMN kind__new DROP DEFAULT,
  ALTER COLUMN kind SET DEFAULT 'fixed',
  ALTER COLUMN kind SET NOT NULL;
CREATE FUNCTION zzz_items_kind__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.kind__new := NEW.kind::"PackageType";
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_items_kind__sync BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION zzz_items_kind__sync();
COMMIT;

-- step 8 (expand): undo: analyze the copy of column kind of items
-- nothing to undo: statistics only

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): undo: set not null on kind__new of items
ALTER TABLE items ADD CONSTRAINT items_kind__new__nn CHECK (kind__new IS NOT NULL) NOT VALID;
ALTER TABLE items ALTER COLUMN kind__new DROP NOT NULL;
COMMIT;

-- step 6 (expand): undo: validate not null of kind__new of items
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: add check for not null of kind__new of items
ALTER TABLE items DROP CONSTRAINT items_kind__new__nn;
COMMIT;

-- step 4 (backfill): undo: copy column kind of items
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: keep a copy by trigger of column kind of items
DROP TRIGGER zzz_items_kind__sync ON items;
DROP FUNCTION zzz_items_kind__sync();
ALTER TABLE items DROP COLUMN kind__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: drop check items_kind_check of items
ALTER TABLE items ADD CONSTRAINT items_kind_check CHECK (kind IN ('fixed', 'monthly', 'custom'));
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: create enum PackageType
DROP TYPE "PackageType";
COMMIT;
