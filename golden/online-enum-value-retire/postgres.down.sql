-- postgres:14, online, down: 10 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (contract): undo: drop the old enum PackageType
CREATE TYPE "PackageType__old" AS ENUM ('fixed', 'monthly', 'custom');
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 9 (contract): undo: drop the old column kind of items
-- loses which rows held the values that were merged
ALTER TABLE items ADD COLUMN kind__old "PackageType__old";
UPDATE items SET kind__old = CASE WHEN kind::text IN ('fixed', 'monthly', 'custom') THEN kind::text::"PackageType__old" END;
CREATE FUNCTION zzz_items_kind__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.kind__old := CASE WHEN NEW.kind::text IN ('fixed', 'monthly', 'custom') THEN NEW.kind::text::"PackageType__old" END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_items_kind__rsync BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION zzz_items_kind__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): undo: put the future enum PackageType in its place
LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
ALTER TYPE "PackageType" RENAME TO "PackageType__new";
ALTER TYPE "PackageType__old" RENAME TO "PackageType";
DROP TRIGGER zzz_items_kind__rsync ON items;
DROP FUNCTION zzz_items_kind__rsync();
ALTER TABLE items RENAME COLUMN kind TO kind__new;
ALTER TABLE items RENAME COLUMN kind__old TO kind;
ALTER TABLE items
  ALTER COLUMN kind__new DROP DEFAULT,
  ALTER COLUMN kind SET DEFAULT 'custom',
  ALTER COLUMN kind SET NOT NULL;
CREATE FUNCTION zzz_items_kind__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.kind__new := CASE NEW.kind::text WHEN 'custom' THEN 'fixed' ELSE NEW.kind::text END::"PackageType__new";
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_items_kind__sync BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION zzz_items_kind__sync();
COMMIT;

-- step 7 (expand): undo: analyze the copy of column kind of items
-- nothing to undo: statistics only

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (expand): undo: set not null on kind__new of items
ALTER TABLE items ADD CONSTRAINT items_kind__new__nn CHECK (kind__new IS NOT NULL) NOT VALID;
ALTER TABLE items ALTER COLUMN kind__new DROP NOT NULL;
COMMIT;

-- step 5 (expand): undo: validate not null of kind__new of items
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: add check for not null of kind__new of items
ALTER TABLE items DROP CONSTRAINT items_kind__new__nn;
COMMIT;

-- step 3 (backfill): undo: copy column kind of items
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (expand): undo: keep a copy by trigger of column kind of items
DROP TRIGGER zzz_items_kind__sync ON items;
DROP FUNCTION zzz_items_kind__sync();
ALTER TABLE items DROP COLUMN kind__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: create the future enum PackageType
DROP TYPE "PackageType__new";
COMMIT;
