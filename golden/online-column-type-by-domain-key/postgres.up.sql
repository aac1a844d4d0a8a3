-- postgres:14, online, up: 8 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): keep a copy by trigger of column amount of items
ALTER TABLE items ADD COLUMN amount__new bigint;
CREATE FUNCTION zzz_items_amount__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.amount__new := NEW.amount;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_items_amount__sync BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION zzz_items_amount__sync();
COMMIT;

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 2 (backfill): copy column amount of items
DO $backfill$
#variable_conflict use_column
DECLARE
  schemac_first_1 text;
  schemac_first_2 integer;
  schemac_last_1 text;
  schemac_last_2 integer;
BEGIN
  SELECT region, id INTO schemac_first_1, schemac_first_2 FROM items ORDER BY region, id LIMIT 1;
  WHILE FOUND LOOP
    SELECT region, id INTO schemac_last_1, schemac_last_2 FROM (SELECT region, id FROM items WHERE (region, id) >= (schemac_first_1, schemac_first_2) ORDER BY region, id LIMIT 1000) AS page ORDER BY region DESC, id DESC LIMIT 1;
    UPDATE items SET amount__new = amount
      WHERE (region, id) >= (schemac_first_1, schemac_first_2) AND (region, id) <= (schemac_last_1, schemac_last_2) AND (amount__new IS NULL AND amount IS NOT NULL);
    COMMIT;
    SELECT region, id INTO schemac_first_1, schemac_first_2 FROM items WHERE (region, id) > (schemac_last_1, schemac_last_2) ORDER BY region, id LIMIT 1;
  END LOOP;
END
$backfill$;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): add check for not null of amount__new of items
ALTER TABLE items ADD CONSTRAINT items_amount__new__nn CHECK (amount__new IS NOT NULL) NOT VALID;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 4 (expand): validate not null of amount__new of items
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(items.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM items WHERE amount__new IS NULL;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard no-nulls: amount__new of items is NULL', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
ALTER TABLE items VALIDATE CONSTRAINT items_amount__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): set not null on amount__new of items
ALTER TABLE items ALTER COLUMN amount__new SET NOT NULL;
ALTER TABLE items DROP CONSTRAINT items_amount__new__nn;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 6 (expand): analyze the copy of column amount of items
ANALYZE items;
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 7 (expand): put the copy of column amount of items in its place
DO $guard$
DECLARE
  schemac_rows bigint;
  schemac_sample text;
BEGIN
  SELECT count(*), min(left(CAST(ROW(items.*) AS text), 200)) INTO schemac_rows, schemac_sample FROM items WHERE amount__new IS DISTINCT FROM amount::bigint;
  IF schemac_rows > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'P0001', MESSAGE = concat('schemac guard copied: amount of items is not copied in every row', ' (', schemac_rows, CASE schemac_rows WHEN 1 THEN ' row' ELSE ' rows' END, ', e.g. ', schemac_sample, ')');
  END IF;
END
$guard$;
LOCK TABLE items IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zzz_items_amount__sync ON items;
DROP FUNCTION zzz_items_amount__sync();
ALTER TABLE items RENAME COLUMN amount TO amount__old;
ALTER TABLE items RENAME COLUMN amount__new TO amount;
ALTER TABLE items ALTER COLUMN amount__old DROP NOT NULL;
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
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (contract): drop the old column amount of items
DROP TRIGGER zzz_items_amount__rsync ON items;
DROP FUNCTION zzz_items_amount__rsync();
ALTER TABLE items DROP COLUMN amount__old;
COMMIT;
