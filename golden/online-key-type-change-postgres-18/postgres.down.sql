-- postgres:18, online, down: 18 steps
-- run with: psql -f FILE
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 18 (contract): undo: drop the old column buyer of orders
ALTER TABLE orders ADD COLUMN buyer__old integer;
ALTER TABLE orders ALTER COLUMN buyer__old SET STATISTICS 200;
UPDATE orders SET buyer__old = CASE WHEN buyer <= 2147483647 AND buyer >= -2147483647 THEN buyer::integer END;
CREATE FUNCTION zzz_orders_buyer__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.buyer__old := CASE WHEN NEW.buyer <= 2147483647 AND NEW.buyer >= -2147483647 THEN NEW.buyer::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_buyer__rsync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_buyer__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 17 (contract): undo: drop the old column id of people
ALTER TABLE people ADD COLUMN id__old integer;
UPDATE people SET id__old = CASE WHEN id <= 2147483647 AND id >= -2147483647 THEN id::integer END;
CREATE FUNCTION zzz_people_id__rsync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__old := CASE WHEN NEW.id <= 2147483647 AND NEW.id >= -2147483647 THEN NEW.id::integer END;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_id__rsync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_id__rsync();
COMMIT;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 16 (expand): undo: put the copies of column people.id in their place
LOCK TABLE people, orders IN ACCESS EXCLUSIVE MODE;
ALTER TABLE orders DROP CONSTRAINT orders_buyer_fkey;
DROP TRIGGER zzz_orders_buyer__rsync ON orders;
DROP FUNCTION zzz_orders_buyer__rsync();
ALTER TABLE orders RENAME COLUMN buyer TO buyer__new;
ALTER TABLE orders RENAME COLUMN buyer__old TO buyer;
ALTER TABLE orders RENAME CONSTRAINT orders_buyer_not_null TO orders_buyer__new_not_null;
ALTER TABLE orders ADD CONSTRAINT orders_buyer_not_null NOT NULL buyer;
CREATE FUNCTION zzz_orders_buyer__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  IF TG_OP = 'UPDATE'
    AND NEW.buyer__new IS DISTINCT FROM OLD.buyer__new
    AND NEW.buyer IS NOT DISTINCT FROM OLD.buyer
    AND NEW.buyer__new IS DISTINCT FROM NEW.buyer THEN
    NEW.buyer := CASE WHEN NEW.buyer__new <= 2147483647 AND NEW.buyer__new >= -2147483647 THEN NEW.buyer__new::integer END;
  ELSE
    NEW.buyer__new := NEW.buyer;
  END IF;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_orders_buyer__sync BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION zzz_orders_buyer__sync();
DROP TRIGGER zzz_people_id__rsync ON people;
DROP FUNCTION zzz_people_id__rsync();
ALTER TABLE people DROP CONSTRAINT people_pkey;
ALTER TABLE people RENAME COLUMN id TO id__new;
ALTER TABLE people RENAME COLUMN id__old TO id;
ALTER TABLE people RENAME CONSTRAINT people_id_not_null TO people_id__new_not_null;
ALTER TABLE people ADD CONSTRAINT people_id_not_null NOT NULL id;
ALTER TABLE people ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (INCREMENT BY 5 SEQUENCE NAME people_id_seq__new START WITH 100);
SELECT setval('people_id_seq__new', last_value, is_called) FROM people_id_seq;
ALTER TABLE people ALTER COLUMN id__new DROP IDENTITY;
ALTER SEQUENCE people_id_seq__new RENAME TO people_id_seq;
ALTER TABLE people ADD CONSTRAINT people_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX people_pkey__new ON people (id__new);
CREATE FUNCTION zzz_people_id__sync() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $trigger$
BEGIN
  NEW.id__new := NEW.id;
  RETURN NEW;
END
$trigger$;
CREATE TRIGGER zzz_people_id__sync BEFORE INSERT OR UPDATE ON people FOR EACH ROW EXECUTE FUNCTION zzz_people_id__sync();
ALTER TABLE orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES people (id) ON UPDATE CASCADE;
ALTER TABLE orders ADD CONSTRAINT orders_buyer_fkey__new FOREIGN KEY (buyer__new) REFERENCES people (id__new) ON UPDATE CASCADE;
COMMIT;

-- step 15 (expand): undo: validate foreign key orders_buyer_fkey__new
-- nothing to undo: validation leaves nothing behind but the constraint itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 14 (expand): undo: carry over foreign key orders_buyer_fkey__new
ALTER TABLE orders DROP CONSTRAINT orders_buyer_fkey__new;
COMMIT;

-- step 13 (expand): undo: analyze the copy of column buyer of orders
-- nothing to undo: statistics only

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 12 (expand): undo: set not null on buyer__new of orders
ALTER TABLE orders ADD CONSTRAINT orders_buyer__new__nn CHECK (buyer__new IS NOT NULL) NOT VALID;
ALTER TABLE orders ALTER COLUMN buyer__new DROP NOT NULL;
COMMIT;

-- step 11 (expand): undo: validate not null of buyer__new of orders
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 10 (expand): undo: add check for not null of buyer__new of orders
ALTER TABLE orders DROP CONSTRAINT orders_buyer__new__nn;
COMMIT;

-- step 9 (backfill): undo: copy column buyer of orders
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 8 (expand): undo: keep a copy by trigger of column buyer of orders
DROP TRIGGER zzz_orders_buyer__sync ON orders;
DROP FUNCTION zzz_orders_buyer__sync();
ALTER TABLE orders DROP COLUMN buyer__new;
COMMIT;

-- step 7 (expand): undo: analyze the copy of column id of people
-- nothing to undo: statistics only

SET lock_timeout = 0;
SET statement_timeout = 0;
-- step 6 (expand): undo: create index people_pkey__new concurrently
DROP INDEX CONCURRENTLY people_pkey__new;
RESET lock_timeout;
RESET statement_timeout;

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 5 (expand): undo: set not null on id__new of people
ALTER TABLE people ADD CONSTRAINT people_id__new__nn CHECK (id__new IS NOT NULL) NOT VALID;
ALTER TABLE people ALTER COLUMN id__new DROP NOT NULL;
COMMIT;

-- step 4 (expand): undo: validate not null of id__new of people
-- nothing to undo: validation leaves nothing behind but the check itself

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 3 (expand): undo: add check for not null of id__new of people
ALTER TABLE people DROP CONSTRAINT people_id__new__nn;
COMMIT;

-- step 2 (backfill): undo: copy column id of people
-- nothing to undo: the copy goes with its column

BEGIN;
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '30s';
SET LOCAL idle_in_transaction_session_timeout = '30s';
-- step 1 (expand): undo: keep a copy by trigger of column id of people
DROP TRIGGER zzz_people_id__sync ON people;
DROP FUNCTION zzz_people_id__sync();
ALTER TABLE people DROP COLUMN id__new;
COMMIT;
