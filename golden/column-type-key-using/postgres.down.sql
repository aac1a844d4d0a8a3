-- postgres:14, direct, down: 19 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

-- this migration cannot be undone as a whole, so nothing of it is:
-- step 19 (drop the old column id of shops): the old values of id cannot be computed from the new ones
-- step 18 (drop the old column shop of sales): the old values of shop cannot be computed from the new ones
DO $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = 'schemac guard no-undo: cannot be undone: step 19 (drop the old column id of shops): the old values of id cannot be computed from the new ones; step 18 (drop the old column shop of sales): the old values of shop cannot be computed from the new ones';
END
$guard$;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 19 (contract): undo: drop the old column id of shops
-- cannot be undone: the old values of id cannot be computed from the new ones
-- step 18 (contract): undo: drop the old column shop of sales
-- cannot be undone: the old values of shop cannot be computed from the new ones
-- step 17 (expand): undo: put the copies of column shops.id in their place
-- loses values written to id since the swap
LOCK TABLE shops, sales IN ACCESS EXCLUSIVE MODE;
ALTER TABLE sales DROP CONSTRAINT sales_shop_fkey;
ALTER TABLE sales RENAME COLUMN shop TO shop__new;
ALTER TABLE sales RENAME COLUMN shop__old TO shop;
ALTER TABLE sales ALTER COLUMN shop SET NOT NULL;
CREATE FUNCTION zzzz_sales_shop__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.shop__new := zzz_shops_id__map(NEW.shop);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzzz_sales_shop__sync BEFORE INSERT OR UPDATE ON sales FOR EACH ROW EXECUTE FUNCTION zzzz_sales_shop__sync();
ALTER TABLE shops DROP CONSTRAINT shops_pkey;
ALTER TABLE shops RENAME COLUMN id TO id__new;
ALTER TABLE shops RENAME COLUMN id__old TO id;
ALTER TABLE shops ALTER COLUMN id SET NOT NULL;
ALTER TABLE shops ADD CONSTRAINT shops_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX shops_pkey__new ON shops (id__new);
CREATE FUNCTION zzz_shops_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := concat(NEW.name, '-', NEW.id);
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_shops_id__sync BEFORE INSERT OR UPDATE ON shops FOR EACH ROW EXECUTE FUNCTION zzz_shops_id__sync();
CREATE FUNCTION zzz_shops_id__map(integer) RETURNS varchar(40) LANGUAGE sql STRICT SET search_path FROM CURRENT AS $map$SELECT id__new FROM shops WHERE id = $1$map$;
ALTER TABLE sales ADD CONSTRAINT sales_shop_fkey FOREIGN KEY (shop) REFERENCES shops (id);
ALTER TABLE sales ADD CONSTRAINT sales_shop_fkey__new FOREIGN KEY (shop__new) REFERENCES shops (id__new);
-- step 16 (expand): undo: validate foreign key sales_shop_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself
-- step 15 (expand): undo: carry over foreign key sales_shop_fkey__new
ALTER TABLE sales DROP CONSTRAINT sales_shop_fkey__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 14 (expand): undo: analyze the copy of column shop of sales
-- nothing to undo: statistics only
-- step 13 (expand): undo: set not null on shop__new of sales
ALTER TABLE sales ADD CONSTRAINT sales_shop__new__nn CHECK (shop__new IS NOT NULL) NOT VALID;
ALTER TABLE sales ALTER COLUMN shop__new DROP NOT NULL;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 12 (expand): undo: validate not null of shop__new of sales
-- nothing to undo: validation leaves nothing behind but the check itself
-- step 11 (expand): undo: add check for not null of shop__new of sales
ALTER TABLE sales DROP CONSTRAINT sales_shop__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (backfill): undo: copy column shop of sales
-- nothing to undo: the copy goes with its column
-- step 9 (expand): undo: keep a copy by trigger of column shop of sales
DROP TRIGGER zzzz_sales_shop__sync ON sales;
DROP FUNCTION zzzz_sales_shop__sync();
ALTER TABLE sales DROP COLUMN shop__new;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): undo: look up the copy of column shops.id by its old value
DROP FUNCTION zzz_shops_id__map(integer);
COMMIT;

-- step 7 (expand): undo: analyze the copy of column id of shops
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): undo: create index shops_pkey__new concurrently
DROP INDEX CONCURRENTLY shops_pkey__new;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: set not null on id__new of shops
ALTER TABLE shops ADD CONSTRAINT shops_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
ALTER TABLE shops ALTER COLUMN id__new DROP NOT NULL;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): undo: validate not null of id__new of shops
-- nothing to undo: validation leaves nothing behind but the check itself
-- step 3 (expand): undo: add check for not null of id__new of shops
ALTER TABLE shops DROP CONSTRAINT shops_id__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 2 (backfill): undo: copy column id of shops
-- nothing to undo: the copy goes with its column
-- step 1 (expand): undo: keep a copy by trigger of column id of shops
DROP TRIGGER zzz_shops_id__sync ON shops;
DROP FUNCTION zzz_shops_id__sync();
ALTER TABLE shops DROP COLUMN id__new;
COMMIT;
